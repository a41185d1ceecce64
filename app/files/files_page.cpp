#include "app/files/files_page.h"

#include "app/attention/matter_text.h"
#include "app/data/background.h"
#include "app/data/error_text.h"
#include "app/files/file_preview.h"
#include "app/files/file_reading.h"
#include "app/files/files_model.h"
#include "app/lists/undo_offer.h"
#include "app/widgets/dialogs.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"
#include "app/widgets/panel.h"
#include "app/widgets/picture.h"
#include "app/widgets/start_folder.h"

#include <QBoxLayout>
#include <QDir>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QSettings>
#include <QShortcut>

namespace dure::app {
namespace {

constexpr int previewDots = 2400; // the longer side of what is decoded to be looked at
const auto openFolderSetting = QStringLiteral("files/openFolder");
const auto saveFolderSetting = QStringLiteral("files/saveFolder");

/// What a file is to its row, as far as can be told without asking.
AttachmentKind kindOf(TableId owner, const std::string& bytes)
{
    if (blobTypeOf(bytes) != BlobType::Pdf)
        return AttachmentKind::Photo;
    return owner == TableId::Product ? AttachmentKind::Drawing : AttachmentKind::Document;
}

} // namespace

FilesPage::FilesPage(CompanyData& data, TableId table, const Uuid& owner, QWidget* parent)
    : Page(parent)
    , m_data(data)
    , m_ownerTable(table)
    , m_owner(owner)
    , m_model(new FilesModel(this))
    , m_table(new LedgerTable)
    , m_preview(new FilePreview)
    , m_strip(new MessageStrip(MessageStrip::Shape::Row))
    , m_undo(new UndoOffer(data, *m_strip))
{
    m_table->setColumns(FilesModel::columns());
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Files"));
    m_table->setEmptyText(tr("No files yet."));
    auto* list = new QVBoxLayout;
    list->setSpacing(0);
    list->addWidget(m_table, 1);
    list->addWidget(m_strip);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(list, 1);
    layout->addWidget(new HairLine(Qt::Vertical, nullptr, Color::Panel));
    layout->addWidget(m_preview, 1);
    setAcceptDrops(true);
    addButtons();
    connect(m_table, &LedgerTable::currentRowChanged, this, &FilesPage::showCurrent);
    connect(m_table, &LedgerTable::opened, this, &FilesPage::saveCopy);
    connect(&data, &CompanyData::changed, this, [this](const ChangeSet& changes) {
        if (changes.touches(TableId::Attachment))
            read();
    });
    connect(&data, &CompanyData::roleChanged, this, &FilesPage::offer);
    offer();
    read();
}

void FilesPage::addButtons()
{
    auto* close = new KeyButton(ButtonKind::Plain, tr("Close"));
    close->setKey(keyFor(KeyAction::Close));
    m_remove = new KeyButton(ButtonKind::Plain, tr("Remove"));
    m_remove->setKeyHint(QStringLiteral("Del"));
    m_save = new KeyButton(ButtonKind::Plain, tr("Save a copy…"));
    m_save->setKey(keyFor(KeyAction::Save));
    m_add = new KeyButton(ButtonKind::Primary, tr("Add…"));
    m_add->setKey(keyFor(KeyAction::New));
    for (KeyButton* button : {close, m_remove, m_save, m_add})
        addAction(button);
    connect(close, &QAbstractButton::clicked, this, [this] { host()->closePage(this); });
    connect(m_remove, &QAbstractButton::clicked, this, &FilesPage::remove);
    connect(m_save, &QAbstractButton::clicked, this, &FilesPage::saveCopy);
    connect(m_add, &QAbstractButton::clicked, this, &FilesPage::ask);
    auto* deleteKey = new QShortcut(QKeySequence::Delete, m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(deleteKey, &QShortcut::activated, m_remove, &QAbstractButton::click);
    auto* undoKey = new QShortcut(keyFor(KeyAction::Undo), this);
    undoKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(undoKey, &QShortcut::activated, m_undo, &UndoOffer::undoLast);
}

/// What the user's role allows, and what there is to act on.
void FilesPage::offer()
{
    const bool writes = m_data.mayWrite(TableId::Attachment);
    const storage::AttachedFile* file = m_model->file(m_table->currentRow());
    m_add->setVisible(writes);
    m_remove->setVisible(writes);
    m_remove->setEnabled(file != nullptr);
    m_save->setEnabled(file && file->blob.isHere());
}

void FilesPage::entered() { m_table->setFocus(Qt::OtherFocusReason); }

void FilesPage::read()
{
    m_data.read(
        this, QStringLiteral("files"),
        [table = m_ownerTable, owner = m_owner](Reader& reader) {
            return std::pair(
                reader.attention().subjectOf(tableOf(table), owner), reader.attachments().files(table, owner));
        },
        [this](auto&& read) {
            m_subject = subjectPhrase(read.first);
            const storage::AttachedFile* before = m_model->file(m_table->currentRow());
            const Uuid current = !m_select.isNil() ? m_select : before ? before->attachment.id : Uuid();
            const int lastRow = m_table->currentRow();
            m_model->setFiles(std::move(read.second));
            if (m_model->rowOf(m_removing) < 0)
                m_removing = {};
            const int found = m_model->rowOf(current);
            if (found >= 0)
                m_select = {};
            if (m_model->rowCount() > 0)
                m_table->selectRow(found >= 0 ? found : std::clamp(lastRow, 0, m_model->rowCount() - 1));
            showCurrent();
            Q_EMIT headerChanged();
        });
}

void FilesPage::showCurrent()
{
    offer();
    const storage::AttachedFile* file = m_model->file(m_table->currentRow());
    if (!file) {
        m_shown = {};
        if (m_data.mayWrite(TableId::Attachment))
            m_preview->showWords(tr("Add drawings, photos or papers."),
                tr("PNG, JPEG or PDF, up to 10 MB each. Files can be dropped here too."));
        else
            m_preview->clear();
        return;
    }
    const Attachment& attachment = file->attachment;
    const bool isHere = file->blob.isHere();
    if (m_shown == attachment.id && m_shownIsHere == isHere)
        return;
    m_shown = attachment.id;
    m_shownIsHere = isHere;
    const QString name = toQString(attachment.fileName);
    if (!isHere) {
        fetch(*file);
    } else if (attachment.type == mediaType(BlobType::Pdf)) {
        m_preview->showWords(tr("%1 is a PDF.").arg(name), tr("Save a copy and open that to read it."));
    } else {
        m_preview->clear();
        readPicture(attachment.id, file->blob.hash, name);
    }
}

void FilesPage::fetch(const storage::AttachedFile& file)
{
    m_preview->showWords(tr("%1 is in the cloud.").arg(toQString(file.attachment.fileName)),
        tr("It is being fetched, and is shown here as soon as it has come. That needs a line to the cloud."));
    Q_EMIT wanted(file.blob.hash, file.attachment.size);
}

void FilesPage::readPicture(const Uuid& attachment, const BlobHash& hash, const QString& name)
{
    using Picture = std::expected<QImage, PictureProblem>;
    m_data.read(
        this, QStringLiteral("picture"),
        [hash](Reader& reader) -> std::optional<Picture> {
            const auto bytes = storage::BlobStore(reader.db()).read(hash);
            if (!bytes)
                return std::nullopt;
            return decodedPicture(
                QByteArray::fromRawData(bytes->data(), qsizetype(bytes->size())), {mostPictureDots, previewDots});
        },
        [this, attachment, name](const std::optional<Picture>& found) {
            if (m_shown != attachment)
                return;
            if (!found)
                return read(); // it went to make room meanwhile
            const Picture& picture = *found;
            if (picture)
                m_preview->showPicture(*picture, name);
            else if (picture.error() == PictureProblem::TooLarge)
                m_preview->showWords(
                    tr("%1 has too many dots to be shown here.").arg(name), tr("Save a copy and open that to see it."));
            else
                m_preview->showWords(tr("%1 cannot be shown: the file is broken.").arg(name), {});
        });
}

void FilesPage::ask()
{
    const FileQuestion question{tr("Add a file"), startFolder(openFolderSetting, QStandardPaths::PicturesLocation),
        tr("Images and PDF (*.png *.jpg *.jpeg *.pdf)")};
    askForFile(window(), question, this, [this](const QString& path) {
        QSettings().setValue(openFolderSetting, QFileInfo(path).absolutePath());
        add({path});
    });
}

void FilesPage::add(const QStringList& paths)
{
    m_strip->clear();
    m_toAdd += paths;
    if (!m_adding)
        addNext();
}

void FilesPage::addNext()
{
    m_adding = !m_toAdd.isEmpty();
    if (!m_adding) {
        if (m_closes)
            host()->closePage(this);
        return;
    }
    const QString path = m_toAdd.takeFirst();
    inBackground(
        this, [path] { return readChosenFile(path); },
        [this, name = QFileInfo(path).fileName()](std::expected<std::string, FileProblem> file) {
            if (file)
                return attach(std::move(*file), name);
            switch (file.error()) {
            case FileProblem::CannotRead:
                refuse(tr("%1 cannot be read.").arg(name), tr("Look whether it is there, or choose another."));
                break;
            case FileProblem::Empty:
                refuse(tr("%1 is empty.").arg(name), tr("Choose another."));
                break;
            case FileProblem::TooLarge:
                refuse(tr("%1 is larger than 10 MB.").arg(name), tr("Make it smaller, or take a smaller photo."));
                break;
            case FileProblem::WrongKind:
                refuse(tr("%1 is no PNG, JPEG or PDF.").arg(name), tr("Save or print it as one of these first."));
                break;
            }
        });
}

void FilesPage::attach(std::string bytes, const QString& name)
{
    commands::FileInput input{m_ownerTable, m_owner, kindOf(m_ownerTable, bytes), name.toStdString(), std::move(bytes)};
    m_data.run(
        this, [input = std::move(input)](commands::Commands& commands) { return commands.attachFile(input); },
        [this, name](const commands::Result& result) {
            if (!result) {
                const ErrorText error = errorText(result.error());
                return refuse(error.what, error.wayOut);
            }
            m_select = result->id;
            m_undo->show(tr("%1 was added.").arg(name), m_data.undoable());
            addNext();
        });
}

/// What is chosen behind it is not added: nobody would see which of them was refused.
void FilesPage::refuse(const QString& what, const QString& wayOut)
{
    m_toAdd.clear();
    m_adding = false;
    m_strip->clear();
    m_strip->show(Tone::Red, what, wayOut);
    if (std::exchange(m_closes, false))
        Q_EMIT stays();
}

/// What was chosen is added before the page goes.
bool FilesPage::mayClose()
{
    m_closes = m_adding;
    return !m_adding;
}

void FilesPage::saveCopy()
{
    const storage::AttachedFile* file = m_model->file(m_table->currentRow());
    if (!file || !file->blob.isHere())
        return;
    const QString folder = startFolder(saveFolderSetting, QStandardPaths::DocumentsLocation);
    const QString name = copyName(toQString(file->attachment.fileName), file->attachment.type);
    const FileQuestion question{tr("Save a copy"), QDir(folder).filePath(name), {}, true};
    askForFile(window(), question, this, [this, hash = file->blob.hash](const QString& path) {
        QSettings().setValue(saveFolderSetting, QFileInfo(path).absolutePath());
        m_data.read(
            this, {}, [hash](Reader& reader) { return storage::BlobStore(reader.db()).read(hash); },
            [this, path](std::optional<std::string>&& bytes) {
                if (!bytes)
                    return read(); // it went to make room meanwhile
                inBackground(
                    this, [path, bytes = std::move(bytes)] { return writeCopy(path, *bytes); },
                    [this, path](bool written) {
                        m_strip->clear();
                        if (written)
                            m_strip->show(Tone::Info, tr("A copy was saved: %1").arg(QDir::toNativeSeparators(path)));
                        else
                            m_strip->show(Tone::Red, tr("The copy could not be written."),
                                tr("Choose another folder, or free some space."));
                    });
            });
    });
}

void FilesPage::remove()
{
    const storage::AttachedFile* file = m_model->file(m_table->currentRow());
    if (!file || !m_data.mayWrite(TableId::Attachment) || m_removing == file->attachment.id)
        return;
    m_removing = file->attachment.id; // until the list is read anew the key would name it again
    m_data.run(
        this, [id = m_removing](commands::Commands& commands) { return commands.removeFile(id); },
        [this, name = toQString(file->attachment.fileName)](const commands::Result& result) {
            if (result) {
                m_undo->show(tr("%1 was removed.").arg(name), m_data.undoable());
                return;
            }
            m_removing = {};
            const ErrorText error = errorText(result.error());
            m_strip->clear();
            m_strip->show(Tone::Red, error.what, error.wayOut);
        });
}

void FilesPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && m_data.mayWrite(TableId::Attachment))
        event->acceptProposedAction();
}

void FilesPage::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths += url.toLocalFile();
    if (!paths.isEmpty()) {
        event->acceptProposedAction();
        add(paths);
    }
}

} // namespace dure::app

#include "moc_files_page.cpp"
