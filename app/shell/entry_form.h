#pragma once
#include <QList>
#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QVBoxLayout;

namespace dure::app {

class AppSettings;
class FormCell;
class ImeLineEdit;
class KeyButton;
class MessageStrip;
enum class Tone;

/// One way in: a title, fields, a message and a button. Enter goes from field to field and at the last one asks; while
/// it is asked the fields rest, and Esc or the button cancels.
class EntryForm : public QWidget
{
    Q_OBJECT
public:
    struct Words
    {
        QString title;
        QString explanation;
        QString button;
        QString busyButton;
    };
    explicit EntryForm(const Words& words, QWidget* parent = nullptr);

    enum class Kind { Text, Email, Password, NewPassword, Code };
    /// `missing`: what is said if it is left empty ("The email is empty."); empty: it may be.
    ImeLineEdit* addField(const QString& label, Kind kind, const QString& missing);
    /// Where the cloud is; hidden while it is known.
    void addServer(AppSettings& settings);
    void showServer();
    QString server() const;
    /// Below the button, from left to right.
    KeyButton* addLink(const QString& text);
    /// Fields stay above, the button below them at the foot.
    void finish();

    void setFieldVisible(QLineEdit* field, bool visible);
    void showMessage(Tone tone, const QString& what, const QString& wayOut);
    /// Ends the busy state and puts the focus into `at`.
    void showError(const QString& what, const QString& wayOut, QLineEdit* at);
    /// Likewise, at the server's address, which is shown for it.
    void showServerError(const QString& what, const QString& wayOut);
    void setBusy(bool busy);
    bool isBusy() const { return m_busy; }
    void focusFirstEmpty();
    void ask(); ///< says what is missing, or emits asked()
    MessageStrip& message() const { return *m_message; }

Q_SIGNALS:
    void asked();
    void cancelRequested();

private:
    struct Field
    {
        ImeLineEdit* edit;
        FormCell* cell;
        QString missing;
        Kind kind;
    };
    QString problemOf(const Field& field, QString& wayOut) const;

    Words m_words;
    QList<Field> m_fields; // children
    ImeLineEdit* m_server = nullptr; // child
    MessageStrip* m_message; // child
    KeyButton* m_button; // child
    QVBoxLayout* m_column;
    QHBoxLayout* m_links;
    QPointer<QWidget> m_focusBefore; // it was busy
    bool m_busy = false;
};

/// A section's title with an explanation below, as both halves of the page have it.
void addEntryTitle(QVBoxLayout& column, const QString& title, const QString& explanation);
QVBoxLayout* makeEntryColumn(QWidget* half);

} // namespace dure::app
