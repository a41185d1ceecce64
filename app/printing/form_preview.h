#pragma once
#include "app/printing/form_sheet_painter.h"

#include <QAbstractScrollArea>
#include <QImage>
#include <QTimer>

namespace dure::app {

/// The sheets of one or several forms of a kind as they will be printed, one below the other.
/// Page Up and Page Down look through them, Ctrl with these goes sheet by sheet, Ctrl with + − 0 changes the size.
class FormPreview : public QAbstractScrollArea
{
    Q_OBJECT
public:
    static constexpr int fitWidth = 0, wholeSheet = -1; ///< instead of per cent

    explicit FormPreview(QWidget* parent = nullptr);

    /// Shown a moment later, so that fast typing does not wait for it. All are of one kind.
    void setForms(std::vector<PaperForm> forms, const FormSettings& settings);
    const std::vector<PaperForm>& forms() const { return m_forms; }
    const FormSettings& settings() const { return m_settings; }
    /// Per cent of the paper's size on this screen, fitWidth or wholeSheet.
    void setZoom(int percent);
    int zoom() const { return m_zoomPercent; }
    int sheetCount() const { return static_cast<int>(m_places.size()); }
    int currentSheet() const; ///< from 0: the one in the upper part of what is seen
    void showSheet(int sheet);

Q_SIGNALS:
    void zoomChanged(int percent); ///< by the user, here
    void currentSheetChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override; ///< Ctrl zooms

private:
    struct Place // of a sheet among the forms
    {
        std::size_t form = 0;
        int page = 0;
    };
    FormKind kind() const { return m_forms.empty() ? FormKind::Statement : m_forms.front().kind; }
    QSize sheetSize() const; ///< in logical pixels
    double sheetHeightMm() const;
    int pitch() const; ///< from sheet to sheet
    const QImage& sheet(int number);
    void zoomBy(int step);
    void renew();
    void arrange();

    std::vector<PaperForm> m_forms;
    FormSettings m_settings;
    std::vector<Place> m_places;
    int m_zoomPercent = fitWidth;
    QHash<int, QImage> m_sheets; // painted when first seen
    QTimer m_renewal;
};

} // namespace dure::app
