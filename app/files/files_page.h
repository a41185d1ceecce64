#pragma once
#include "app/data/company_data.h"
#include "app/shell/page.h"

namespace dure::app {

class FilePreview;
class FilesModel;
class KeyButton;
class LedgerTable;
class MessageStrip;
class UndoOffer;

/// 첨부 파일: the drawings, photos and papers of an order, a customer or a product, over the list it was opened from.
/// One that is not on this PC is fetched when it is looked at. Pictures are shown here; nothing is ever opened by
/// another program, only saved as a copy.
class FilesPage : public Page
{
    Q_OBJECT
public:
    /// The data outlives the page.
    FilesPage(CompanyData& data, TableId table, const Uuid& owner, QWidget* parent = nullptr);
    QString title() const override { return tr("Files"); }
    QString subtitle() const override { return m_subject; }
    void entered() override;
    bool mayClose() override;

    void add(const QStringList& paths); ///< read on another thread, one after the other
    LedgerTable& table() const { return *m_table; }
    FilePreview& preview() const { return *m_preview; }
    MessageStrip& strip() const { return *m_strip; }

Q_SIGNALS:
    void wanted(const dure::BlobHash& hash, qint64 size); ///< somebody looks at a file that is not here

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void addButtons();
    void offer();
    void read();
    void showCurrent();
    void fetch(const storage::AttachedFile& file);
    void readPicture(const Uuid& attachment, const BlobHash& hash, const QString& name);
    void ask();
    void addNext();
    void attach(std::string bytes, const QString& name);
    void refuse(const QString& what, const QString& wayOut);
    void saveCopy();
    void remove();

    CompanyData& m_data;
    TableId m_ownerTable;
    Uuid m_owner;
    QString m_subject;
    FilesModel* m_model; // child
    LedgerTable* m_table; // child
    FilePreview* m_preview; // child
    MessageStrip* m_strip; // child
    UndoOffer* m_undo; // the strip's
    KeyButton* m_add = nullptr; // children
    KeyButton* m_remove = nullptr;
    KeyButton* m_save = nullptr;
    QStringList m_toAdd;
    bool m_adding = false;
    bool m_closes = false; // as soon as all is added
    Uuid m_removing;
    Uuid m_shown; // whose file the preview shows
    bool m_shownIsHere = false;
    Uuid m_select; // to be chosen as soon as it is listed
};

} // namespace dure::app
