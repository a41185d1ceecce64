#pragma once
#include <QImage>
#include <QPixmap>
#include <QWidget>

namespace dure::app {

class Label;

/// A picture as large as there is room for, or words about a file that is not shown.
class FilePreview : public QWidget
{
    Q_OBJECT
public:
    explicit FilePreview(QWidget* parent = nullptr);

    void showPicture(const QImage& picture, const QString& name);
    void showWords(const QString& what, const QString& wayOut);
    void clear();
    bool hasPicture() const { return !m_picture.isNull(); }
    const QString& words() const { return m_words; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage m_picture;
    QPixmap m_drawn; // at the size it was painted last
    QString m_words;
    Label* m_what; // child
    Label* m_wayOut; // child
};

} // namespace dure::app
