#pragma once
#include "app/printing/seal_image.h"
#include "core/commands/commands.h"
#include "core/domain/attachment.h"

#include <QJsonObject>
#include <QWidget>
#include <optional>

class QLabel;

namespace dure::app {

class KeyButton;

/// The company's seal, or its logo: a preview on white paper, a button to choose another and one to take it away. What
/// is chosen is kept as typed text is: it counts when the form is saved.
class SealField : public QWidget
{
    Q_OBJECT
public:
    explicit SealField(AttachmentKind kind = AttachmentKind::Seal, QWidget* parent = nullptr);

    /// As it is stored, a PNG; empty: none. What the user chose stays.
    void setStored(const QByteArray& seal);
    /// Takes back what the user chose.
    void reset();
    bool isChanged() const { return m_chosen.has_value(); }
    std::optional<commands::SealChange> change() const;
    QJsonObject typed() const; ///< empty: nothing chosen
    void resume(const QJsonObject& typed);

    /// Reads the picture on another thread; changed() or refused() follows, and settled().
    void choose(const QString& path);
    bool isReading() const { return m_reading > 0; } ///< what was chosen is not known yet: saving waits for settled()
    const QImage& image() const { return m_image; } ///< what is shown; null: none
    KeyButton& chooseButton() const { return *m_choose; }
    KeyButton& removeButton() const { return *m_remove; }

Q_SIGNALS:
    void changed(); ///< by the user
    void refused(const QString& whatAndWayOut);
    void settled();

private:
    void ask();
    void take(const std::expected<QByteArray, SealProblem>& seal, const QString& name);
    void setChosen(std::optional<QByteArray> chosen, const QString& name);
    void show();
    bool isLogo() const { return m_kind == AttachmentKind::Logo; }

    AttachmentKind m_kind;
    QLabel* m_paper; // child
    KeyButton* m_choose; // child
    KeyButton* m_remove; // child
    QByteArray m_stored;
    std::optional<QByteArray> m_chosen; ///< empty bytes: taken away
    QString m_name; ///< of the chosen file
    QImage m_image;
    int m_reading = 0; // pictures
    int m_turn = 0; // the last one chosen counts
};

} // namespace dure::app
