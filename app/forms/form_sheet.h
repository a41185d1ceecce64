#pragma once
#include <QScrollArea>

class QGridLayout;
class QVBoxLayout;

namespace dure::app {

/// The white sheet of an editor: sections below one another, a name at the left of each, fields in a grid beside it.
/// Scrolls to whatever gets the keyboard.
class FormSheet : public QScrollArea
{
    Q_OBJECT
public:
    static constexpr int columns = 12; ///< of each section's grid

    explicit FormSheet(QWidget* parent = nullptr);
    /// `explanation` may be empty. The grid is the sheet's.
    QGridLayout* addSection(const QString& title, const QString& explanation = {});
    /// With its title and the line above it: for what concerns some records only.
    void setSectionVisible(const QGridLayout& section, bool visible);
    /// Over `span` of the section's columns, which stay equally wide whatever stands in them.
    static void add(QGridLayout* section, QWidget* cell, int row, int column, int span = columns);

private:
    QVBoxLayout* m_sections; // in the content
    int m_count = 0;
};

} // namespace dure::app
