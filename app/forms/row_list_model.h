#pragma once
#include "app/forms/text_form.h"
#include "core/commands/command_error.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QJsonArray>

namespace dure::app {

/// A short list of rows that belong to what an editor shows (contacts, delivery sites), typed into as text. There is
/// always an empty row at the end to go on with; rows that stay empty are not part of the list.
class RowListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    struct Column
    {
        int column = 0; ///< declared
        QString title;
        TextForm form = TextForm::Plain;
    };
    struct Entry
    {
        Row row;
        std::int64_t seq = 0;
        bool operator==(const Entry&) const = default;
    };

    RowListModel(TableId table, QList<Column> columns, QObject* parent = nullptr);

    void setEntries(std::vector<Entry> entries); ///< as stored
    std::vector<Entry> entries() const; ///< those that hold something
    bool isChanged() const;
    QJsonArray typed() const;
    void resume(const QJsonArray& typed);
    /// The list as it is now: what nobody touched follows, what was typed stays. Whether a row was changed by both.
    bool follow(std::vector<Entry> now);

    bool isBlank(int row) const;
    void remove(int row);
    void setProblems(const std::vector<commands::FieldProblem>& problems);
    QModelIndex firstProblem() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void changed(); ///< by the user

private:
    Entry blank() const;
    bool isBlank(const Entry& entry) const;
    Value& value(Entry& entry, const Column& column) const { return entry.row.values[std::size_t(column.column)]; }
    void reset(std::vector<Entry> entries);

    TableId m_table;
    QList<Column> m_columns;
    std::vector<Entry> m_entries; // and the empty one
    std::vector<Entry> m_shown; // as stored
    QHash<int, QHash<int, QString>> m_problems; // by row and declared column
};

} // namespace dure::app
