#include "app/documents/form_settings_pane.h"

#include "app/documents/account_reading.h"
#include "app/documents/copies_field.h"
#include "app/documents/step_field.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/date_field.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/key_button.h"
#include "app/widgets/label.h"
#include "app/widgets/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace dure::app {
namespace {

constexpr int offsetStep = 5; // half a millimetre

} // namespace

FormSettingsPane::FormSettingsPane(FormKind kind, QWidget* parent)
    : QScrollArea(parent)
    , m_kind(kind)
{
    auto* content = new app::Panel(Color::Sheet); // QFrame has a Panel of its own
    auto* column = new QVBoxLayout(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    content->setEdges(Qt::LeftEdge);
    if (DocumentRequest::of(kind, {}).hasPeriod())
        makePeriod(column);
    makeSheet(column);
    makePlace(column);
    column->addStretch(1);
    setWidget(content);
    readRemembered();
    Theme::follow(this, [=, this](const Tokens& t) {
        setFixedWidth(t.px(Px::Detail));
        const int pad = t.px(Px::Space16);
        column->setContentsMargins(pad, t.px(Px::Space12), pad, pad);
        column->setSpacing(t.px(Px::Space12));
    });
}

void FormSettingsPane::makePeriod(QVBoxLayout* column)
{
    m_from = new DateField;
    m_to = new DateField;
    auto* days = new QHBoxLayout;
    m_toCell = new FormCell(tr("Until"), m_to);
    days->addWidget(new FormCell(tr("From"), m_from));
    days->addWidget(m_toCell);
    auto* months = new QHBoxLayout;
    const auto month = [&](const QString& text, int by, const QKeySequence& key) {
        auto* button = new KeyButton(ButtonKind::Plain, text);
        button->setKey(key);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(button, &QAbstractButton::clicked, this, [this, by] { moveMonth(by); });
        months->addWidget(button);
    };
    month(tr("Month before"), -1, QKeySequence(Qt::ALT | Qt::Key_Left));
    month(tr("Month after"), 1, QKeySequence(Qt::ALT | Qt::Key_Right));
    column->addWidget(new Label(LabelRole::Strong, tr("Period")));
    column->addLayout(days);
    column->addLayout(months);
    for (DateField* day : {m_from, m_to}) {
        day->setRequired(true);
        connect(day, &DateField::dateChanged, this, &FormSettingsPane::takePeriod);
    }
    Theme::follow(this, [=](const Tokens& t) {
        days->setSpacing(t.px(Px::Space8));
        months->setSpacing(t.px(Px::Space8));
    });
}

void FormSettingsPane::makeSheet(QVBoxLayout* column)
{
    column->addWidget(new Label(LabelRole::Strong, tr("Sheet")));
    if (hasTwoCopies(m_kind)) {
        m_copies = new ChoiceField;
        fillCopies(*m_copies);
        column->addWidget(new FormCell(tr("Copies on a sheet"), m_copies));
        connect(m_copies, &QComboBox::currentIndexChanged, this, &FormSettingsPane::change);
    }
    if (hasDetail(m_kind)) {
        m_detailed = new QCheckBox;
        addTick(column, m_detailed,
            m_kind == FormKind::DeliveryNote ? tr("With prices") : tr("Each line of each delivery"),
            &FormSettings::detailed);
    }
    m_printedCopies = new StepField(1, mostPrintedCopies, 0, 1);
    addStep(column, m_printedCopies, tr("Printed how often"), &FormSettings::printedCopies);
}

void FormSettingsPane::makePlace(QVBoxLayout* column)
{
    column->addWidget(new Label(LabelRole::Strong, tr("Place on the paper")));
    m_offsetX = new StepField(-mostOffset, mostOffset, 1, offsetStep);
    m_offsetY = new StepField(-mostOffset, mostOffset, 1, offsetStep);
    m_margin = new StepField(leastMarginMm, mostMarginMm, 0, 1);
    auto* offsets = new QHBoxLayout;
    for (const auto& [field, label, member] : {std::tuple(m_offsetX, tr("To the right, mm"), &FormSettings::offsetX),
             std::tuple(m_offsetY, tr("Down, mm"), &FormSettings::offsetY)}) {
        auto* cell = new QVBoxLayout;
        addStep(cell, field, label, member);
        offsets->addLayout(cell, 1);
    }
    column->addLayout(offsets);
    addStep(column, m_margin, tr("Margin at both sides, mm"), &FormSettings::marginMm);
    m_onlyValues = new QCheckBox;
    addTick(column, m_onlyValues, tr("Only the values (pre-printed paper)"), &FormSettings::onlyValues);
    Theme::follow(this, [=](const Tokens& t) { offsets->setSpacing(t.px(Px::Space8)); });
}

FormCell* FormSettingsPane::addStep(
    QVBoxLayout* column, StepField* field, const QString& label, int FormSettings::*member)
{
    auto* cell = new FormCell(label, field);
    column->addWidget(cell);
    connect(field, &StepField::valueChanged, this, [this, member](int value) {
        m_settings.*member = value;
        change();
    });
    connect(field, &StepField::rejected, cell, [cell](const QString& why) { cell->setProblem(why); });
    return cell;
}

void FormSettingsPane::addTick(QVBoxLayout* column, QCheckBox* box, const QString& text, bool FormSettings::*member)
{
    box->setText(text);
    column->addWidget(box);
    connect(box, &QCheckBox::toggled, this, [this, member](bool on) {
        m_settings.*member = on;
        change();
    });
}

void FormSettingsPane::change()
{
    if (m_showing)
        return;
    if (m_copies)
        m_settings.copies = FormCopies(m_copies->currentData().toInt());
    rememberSettings(m_kind, m_settings);
    Q_EMIT settingsChanged();
}

void FormSettingsPane::readRemembered() { show(rememberedSettings(m_kind)); }

void FormSettingsPane::show(const FormSettings& settings)
{
    m_showing = true;
    m_settings = settings;
    if (m_copies)
        m_copies->setCurrentIndex(m_copies->findData(int(settings.copies)));
    if (m_detailed)
        m_detailed->setChecked(settings.detailed);
    m_printedCopies->setValue(settings.printedCopies);
    m_offsetX->setValue(settings.offsetX);
    m_offsetY->setValue(settings.offsetY);
    m_margin->setValue(settings.marginMm);
    m_onlyValues->setChecked(settings.onlyValues);
    m_showing = false;
}

void FormSettingsPane::focusFirst()
{
    QWidget* first = m_from ? static_cast<QWidget*>(m_from) : m_copies;
    if (!first)
        first = m_printedCopies;
    first->setFocus(Qt::ShortcutFocusReason);
}

void FormSettingsPane::setToday(Date today)
{
    if (!m_from)
        return;
    m_from->setToday(today);
    m_to->setToday(today);
}

void FormSettingsPane::setPeriod(Date from, Date to)
{
    if (!m_from || from.isNull())
        return;
    m_from->setDate(from);
    m_to->setDate(to);
    m_toCell->setProblem({});
}

Date FormSettingsPane::from() const { return m_from ? m_from->date() : Date{}; }
Date FormSettingsPane::to() const { return m_to ? m_to->date() : Date{}; }

void FormSettingsPane::takePeriod()
{
    if (!from().isValid() || !to().isValid())
        return; // the field says it itself
    m_toCell->setProblem(to() < from() ? tr("It lies before the first day.") : QString());
    if (from() <= to())
        Q_EMIT periodChanged();
}

void FormSettingsPane::moveMonth(int months)
{
    if (!to().isValid())
        return;
    const DaySpan moved = monthBeside({from(), to()}, months);
    setPeriod(moved.from, moved.to);
    Q_EMIT periodChanged();
}

} // namespace dure::app

#include "moc_form_settings_pane.cpp"
