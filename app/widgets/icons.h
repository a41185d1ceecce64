#pragma once
#include "app/widgets/tokens.h"

#include <QIcon>
#include <QPixmap>

class QPainter;

namespace dure::app {

/// Lucide's drawings (resources/icons), named as their files are.
enum class Icon {
    None,
    ArrowDown,
    ArrowUp,
    Building2,
    Calendar,
    CalendarDays,
    ChartColumn,
    Check,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    ChevronsUpDown,
    CircleAlert,
    CircleHelp,
    CirclePlay,
    ClipboardList,
    ClipboardPaste,
    CloudOff,
    Columns3,
    Eye,
    EyeOff,
    FileSpreadsheet,
    GraduationCap,
    HardDrive,
    History,
    Info,
    ListChecks,
    LogOut,
    MessageSquareText,
    NotebookPen,
    Package,
    Paperclip,
    Phone,
    Plus,
    Printer,
    ReceiptText,
    RefreshCw,
    Search,
    Settings,
    SquarePen,
    Stamp,
    Trash2,
    Truck,
    Undo2,
    Users,
    Wallet,
    Warehouse,
    X,
    Count
};

/// Drawn at `pixelRatio` and kept: asking again is a hash lookup.
QPixmap iconPixmap(Icon icon, Color color, int px, qreal pixelRatio);

/// Centred in `rect`, at the size of the token Px::Icon unless `px` is given.
void paintIcon(QPainter& painter, const QRect& rect, Icon icon, Color color, int px = 0);

/// An icon for actions and line edits that follows the theme; Text3 when disabled.
QIcon themedIcon(Icon icon, Color color = Color::Text2);

} // namespace dure::app
