#pragma once
#include "app/data/company_data.h"
#include "app/documents/document_reading.h"
#include "app/shell/page.h"

namespace dure::app {

class ChoiceField;
class DocumentPrinting;
class FormPreview;
class FormSettingsPane;
class Label;
class MessageStrip;

/// One or several documents as they will be printed, with how they lie on the paper beside them.
class DocumentPage : public Page
{
    Q_OBJECT
public:
    /// Both outlive the page.
    DocumentPage(
        CompanyData& data, DocumentPrinting& printing, const DocumentRequest& request, QWidget* parent = nullptr);

    QString title() const override;
    QString subtitle() const override;
    void entered() override;

    const DocumentRequest& request() const { return m_request; }
    const std::vector<PaperForm>& forms() const;
    FormPreview& preview() const { return *m_preview; }
    FormSettingsPane& settingsPane() const { return *m_settings; }
    MessageStrip& strip() const { return *m_strip; }

private:
    void makeLayout();
    QWidget* makeBar();
    void addButtons();
    void addKeys();
    void read();
    void show(DocumentsRead&& read);
    void layOut();
    void note(); // what is missing of what is shown
    void showSheetNumber();
    bool mayPrint();

    CompanyData& m_data;
    DocumentPrinting& m_printing;
    DocumentRequest m_request;
    DocumentsRead m_read;
    bool m_isRead = false;
    // children
    FormPreview* m_preview;
    FormSettingsPane* m_settings;
    MessageStrip* m_strip; // how printing went
    MessageStrip* m_note; // what is missing
    Label* m_name;
    Label* m_sheet;
    ChoiceField* m_zoom;
};

} // namespace dure::app
