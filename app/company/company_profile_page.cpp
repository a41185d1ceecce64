#include "app/company/company_profile_page.h"

#include "app/company/seal_field.h"
#include "app/data/error_text.h"
#include "app/documents/company_reading.h"
#include "app/forms/business_number_note.h"
#include "app/forms/form_sheet.h"
#include "app/forms/row_form.h"
#include "app/forms/row_notes.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/number_text.h"

namespace dure::app {

using Col = col::CompanyProfile;

CompanyProfilePage::CompanyProfilePage(CompanyData& data, QWidget* parent)
    : FormPage(data, "company_profile", {}, parent)
    , m_form(new RowForm(TableId::CompanyProfile, this))
    , m_seal(new SealField)
    , m_sealCell(new FormCell(tr("Seal"), m_seal))
    , m_logo(new SealField(AttachmentKind::Logo))
    , m_logoCell(new FormCell(tr("Logo"), m_logo))
{
    makeSheet();
    connect(m_form, &RowForm::changed, this, [this](int column) {
        touched();
        if (column == Col::businessNo)
            noteNumber();
    });
    connectPicture(m_seal, m_sealCell);
    connectPicture(m_logo, m_logoCell);
    open();
}

void CompanyProfilePage::connectPicture(SealField* field, FormCell* cell)
{
    connect(field, &SealField::changed, this, [this, cell] {
        cell->setProblem({});
        touched();
    });
    connect(field, &SealField::refused, this, [this, cell](const QString& why) {
        cell->setProblem(why);
        if (std::exchange(m_saveWhenSettled, false)) {
            refuse(tr("It was not saved."), tr("The image could not be taken. Correct what is marked."));
            focusFirstProblem();
        }
    });
    connect(field, &SealField::settled, this, [this] {
        if (!m_seal->isReading() && !m_logo->isReading() && std::exchange(m_saveWhenSettled, false))
            save();
    });
}

QString CompanyProfilePage::subtitle() const { return toQString(m_before.name); }

void CompanyProfilePage::makeSheet()
{
    const auto add = FormSheet::add;
    QGridLayout* firm = sheet().addSection(tr("Company"), tr("As it stands on the registration."));
    add(firm, m_form->addText(Col::name, tr("Name")), 0, 0, 6);
    add(firm, m_form->addText(Col::representative, tr("Representative")), 0, 6, 3);
    add(firm, m_form->addText(Col::businessNo, tr("Business number"), TextForm::BusinessNumber), 1, 0, 4);
    add(firm, m_form->addText(Col::subBusinessNo, tr("Branch number")), 1, 4, 2);
    add(firm, m_form->addText(Col::businessType, tr("Line of business")), 2, 0, 6);
    add(firm, m_form->addText(Col::businessItem, tr("Business item")), 2, 6, 6);

    QGridLayout* reach = sheet().addSection(tr("Address"));
    add(reach, m_form->addText(Col::postalCode, tr("Postal code"), TextForm::PostalCode), 0, 0, 2);
    add(reach, m_form->addText(Col::address, tr("Address")), 0, 2, 10);
    add(reach, m_form->addText(Col::phone, tr("Telephone"), TextForm::Phone), 1, 0, 3);
    add(reach, m_form->addText(Col::fax, tr("Fax"), TextForm::Phone), 1, 3, 3);
    add(reach, m_form->addText(Col::email, tr("Email"), TextForm::Email), 1, 6, 6);

    QGridLayout* foot = sheet().addSection(tr("Papers"), tr("Printed on statements, quotations and bills."));
    add(foot, m_form->addText(Col::bankAccount, tr("Bank account")), 0, 0, 7);
    add(foot, m_form->addText(Col::statementNote, tr("Line on all statements")), 1, 0, 7);
    add(foot, m_form->addText(Col::quotationNote, tr("Line on all quotations")), 2, 0, 7);
    add(foot, m_form->addText(Col::billNote, tr("Line on all bills")), 3, 0, 7);
    foot->addWidget(m_sealCell, 0, 7, 2, 5); // beside two lines: it is as high as they are
    foot->addWidget(m_logoCell, 2, 7, 2, 5);
    m_sealCell->setNote(Status::Info,
        tr("PNG or JPEG. It is printed beside the representative's name; white paper becomes transparent."));
    m_logoCell->setNote(Status::Info, tr("It is printed above your company's name."));
}

void CompanyProfilePage::readStored(const QString& key, std::function<void(Stored&&)> then)
{
    data().read(
        this, key,
        [](Reader& reader) {
            const CompanyProfile company = reader.customers().companyProfile().value_or(CompanyProfile{});
            const FormPictures pictures = readPictures(reader, company).pictures;
            return Stored{company, QByteArray::fromStdString(pictures.seal), QByteArray::fromStdString(pictures.logo)};
        },
        std::move(then));
}

void CompanyProfilePage::read()
{
    readStored(QStringLiteral("open"), [this](Stored&& stored) {
        m_before = std::move(stored.profile);
        m_seal->setStored(stored.seal);
        m_logo->setStored(stored.logo);
        showStored();
        opened();
    });
}

void CompanyProfilePage::showStored()
{
    m_form->show(toRow(m_before));
    m_seal->reset();
    m_logo->reset();
    noteNumber();
}

void CompanyProfilePage::noteNumber()
{
    noteBusinessNumber(*m_form->cell(Col::businessNo), m_form->typedText(Col::businessNo));
}

bool CompanyProfilePage::isChanged() const { return m_form->isChanged() || m_seal->isChanged() || m_logo->isChanged(); }

QJsonObject CompanyProfilePage::typed() const
{
    QJsonObject typed = m_form->typed();
    for (const SealField* picture : {m_seal, m_logo}) {
        const QJsonObject chosen = picture->typed();
        for (auto field = chosen.begin(); field != chosen.end(); ++field)
            typed[field.key()] = field.value();
    }
    return typed;
}

void CompanyProfilePage::resume(const QJsonObject& typed)
{
    m_form->resume(typed);
    m_seal->resume(typed);
    m_logo->resume(typed);
    noteNumber();
}

bool CompanyProfilePage::takeTyped()
{
    const bool readable = m_form->takeTyped();
    return !isRefusedBusinessNumber(*m_form, Col::businessNo) && readable;
}

bool CompanyProfilePage::mayClose()
{
    m_saveWhenSettled = false;
    return FormPage::mayClose();
}

void CompanyProfilePage::store()
{
    m_saveWhenSettled = m_seal->isReading() || m_logo->isReading(); // it would be saved without what was chosen
    if (m_saveWhenSettled)
        return;
    const auto now = fromRow<CompanyProfile>(m_form->row(), m_before.seq);
    storeBy(
        [now, before = m_before, seal = m_seal->change(), logo = m_logo->change()](commands::Commands& c) {
            return c.saveCompanyProfile(
                now, before.id.isNil() ? nullptr : &before, seal ? &*seal : nullptr, logo ? &*logo : nullptr);
        },
        toQString(now.name));
}

void CompanyProfilePage::showProblems(const commands::CommandError& error)
{
    m_form->setProblems(error.problems);
    for (const commands::FieldProblem& problem : error.problems)
        if (problem.table == TableId::Attachment)
            (problem.line == 1 ? m_logoCell : m_sealCell)->setProblem(problemText(problem));
}

bool CompanyProfilePage::focusFirstProblem()
{
    if (m_form->focusFirstProblem())
        return true;
    for (const auto& [cell, field] : {std::pair(m_sealCell, m_seal), std::pair(m_logoCell, m_logo)}) {
        if (cell->problem().isEmpty())
            continue;
        field->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

QWidget* CompanyProfilePage::firstField() const { return m_form->field(Col::name); }
bool CompanyProfilePage::isConcerned(const ChangeSet& changes) const
{
    return changes.touches(TableId::CompanyProfile) || changes.touches(TableId::Attachment);
}

void CompanyProfilePage::readAgain()
{
    readStored(QStringLiteral("again"), [this](Stored&& stored) {
        const CompanyProfile& now = stored.profile;
        const bool differs = toRow(now).values != toRow(m_before).values;
        m_before = now;
        m_logo->setStored(stored.logo);
        m_seal->setStored(stored.seal); // a picture arrives later than its row, and is no change of anybody's
        if (!differs) // only acknowledged by the cloud
            return;
        const QList<int> both = m_form->follow(toRow(now));
        noteStored(*m_form, both);
        toldOfChange(!both.isEmpty());
    });
}

} // namespace dure::app

#include "moc_company_profile_page.cpp"
