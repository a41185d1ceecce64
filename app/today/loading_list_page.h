#pragma once
#include "app/data/company_data.h"
#include "app/shell/page.h"
#include "core/documents/loading_list.h"

#include <expected>

namespace dure::app {

class MessageStrip;
class PaperPreview;
class SegmentedControl;
enum class PrintFailure;

/// What the vehicles load today or this week, before it is printed.
class LoadingListPage : public Page
{
    Q_OBJECT
public:
    /// The data outlives the page.
    explicit LoadingListPage(CompanyData& data, QWidget* parent = nullptr);

    QString title() const override { return tr("Loading list"); }
    QString subtitle() const override { return QString::fromStdString(m_list.period); }
    void entered() override;

    const LoadingList& list() const { return m_list; }
    SegmentedControl& span() const { return *m_span; }
    MessageStrip& strip() const { return *m_strip; }

private:
    void addButtons();
    void read();
    void print();
    void savePdf();
    void write(const QString& path);
    void say(const std::expected<QString, PrintFailure>& done);

    CompanyData& m_data;
    SegmentedControl* m_span; // children
    MessageStrip* m_strip;
    PaperPreview* m_preview;
    LoadingList m_list;
};

/// On the reader's thread: what goes out from `today` to `to`, held orders left out.
LoadingListInput readLoadingList(Reader& reader, Date today, Date to);

} // namespace dure::app
