#include "app/gallery/gallery_pages.h"

#include "app/widgets/choice_field.h"
#include "app/widgets/date_field.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_hint_bar.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/status_glyph.h"
#include "app/widgets/theme.h"

#include <QtWidgets>

namespace dure::app {
namespace {

class EmptyPage : public Page
{
public:
    EmptyPage()
    {
        auto* empty = new EmptyState(QStringLiteral("아직 주문이 없습니다"),
            QStringLiteral("아래 셋 가운데 하나로 시작하세요. 순서는 상관없습니다."));
        const auto button = [](ButtonKind kind, const char* text, const char* key) {
            auto* made = new KeyButton(kind, QString::fromUtf8(text));
            made->setKey(QKeySequence(QString::fromUtf8(key)));
            return made;
        };
        empty->addWay(Icon::FileSpreadsheet, QStringLiteral("Excel에서 거래처와 품목 가져오기"),
            QStringLiteral("약 3분"),
            QStringLiteral("쓰던 파일을 그대로 고르세요. 두레가 열을 맞추고, 넣기 전에 보여 드립니다."),
            button(ButtonKind::Primary, "가져오기", "Ctrl+I"));
        empty->addWay(Icon::SquarePen, QStringLiteral("첫 주문 적기"), QStringLiteral("거래명세서까지 약 5분"),
            QStringLiteral("거래처와 품목은 적으면서 만들 수 있습니다."), button(ButtonKind::Plain, "새 주문", "F2"));
        empty->addWay(Icon::CirclePlay, QStringLiteral("둘러보기"), QStringLiteral("2분"),
            QStringLiteral("연습용 회사로 주문 하나를 끝까지 따라갑니다. 자료는 바뀌지 않습니다."),
            button(ButtonKind::Plain, "보기", "F1"));
        empty->setFootnote(Icon::ClipboardPaste, QStringLiteral("Excel에서 복사한 줄을 여기에 바로 붙여넣어도 됩니다."),
            QStringLiteral("Ctrl+V"));
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(empty);
    }
    QString title() const override { return QStringLiteral("납품"); }
};

/// Form cells, messages and states of buttons beside one another.
class FormPage : public Page
{
public:
    FormPage()
    {
        auto* form = new QGridLayout;
        const auto text = [](const char* value) {
            auto* edit = new ImeLineEdit;
            edit->setText(QString::fromUtf8(value));
            return edit;
        };
        auto* customer = new ChoiceField;
        customer->addItems({QStringLiteral("(주)다온코스메틱"), QStringLiteral("새벽유업(주)")});
        customer->setStrong(true);
        auto* site = new ChoiceField;
        site->addItems({QStringLiteral("안성 충전공장"), QStringLiteral("평택 2창고")});
        auto* ordered = new DateField;
        ordered->setToday(galleryToday);
        ordered->setDate(galleryToday);
        m_due = new DateField;
        m_due->setToday(galleryToday);
        m_due->setDate(Date::fromYmd(2026, 12, 2));
        auto* terms = new ValueLabel;
        terms->setText(QStringLiteral("말일 마감, 익월 말"));
        auto* wrong = new FormCell(QStringLiteral("사업자등록번호"), text("100-86-27454"));
        wrong->setProblem(QStringLiteral("등록번호 끝자리가 다릅니다. 고치거나 그대로 쓰세요."));
        form->addWidget(new FormCell(QStringLiteral("거래처"), customer), 0, 0);
        form->addWidget(new FormCell(QStringLiteral("받는 곳"), site), 0, 1);
        form->addWidget(new FormCell(QStringLiteral("주문일"), ordered), 0, 2);
        form->addWidget(new FormCell(QStringLiteral("납기"), m_due), 0, 3);
        form->addWidget(new FormCell(QStringLiteral("메모"), text("팔레트 포장, 15시 전 하차")), 0, 4);
        form->addWidget(new FormCell(QStringLiteral("결제"), terms), 1, 0);
        form->addWidget(wrong, 1, 1);
        auto* disabled = text("고칠 수 없는 칸");
        disabled->setEnabled(false);
        form->addWidget(new FormCell(QStringLiteral("쉬는 칸"), disabled), 1, 2, 1, 2);
        form->addWidget(new QCheckBox(QStringLiteral("VAT 별도")), 1, 4);

        auto* over = new MessageStrip(MessageStrip::Shape::Row, this);
        over->show(Tone::Amber,
            QStringLiteral("남은 수량보다 1,000개 많습니다. 이 거래처의 허용 오차는 2% (600개)입니다."),
            QStringLiteral("그대로 저장할 수 있고, ‘확인 필요’에 기록됩니다."));
        over->addAction(QStringLiteral("18,000으로 맞추기"))->setKeyHint(QStringLiteral("F4"));
        auto* red = new MessageStrip(MessageStrip::Shape::Box, this);
        red->show(Tone::Red, QStringLiteral("저장하지 못했습니다."), QStringLiteral("디스크를 비우고 F8을 누르세요."));
        auto* green = new MessageStrip(MessageStrip::Shape::Box, this);
        green->show(Tone::Green, QStringLiteral("3차 납품을 기록했습니다."));
        auto* info = new MessageStrip(MessageStrip::Shape::Box, this);
        info->show(Tone::Info, QStringLiteral("이 주문까지 모두 납품하면 미수 12,332,100원, 한도 안입니다."));
        auto* glyphs = new QHBoxLayout;
        for (int status = 1; status <= int(Status::Info); ++status) {
            glyphs->addWidget(new StatusGlyph(Status(status)));
            glyphs->addWidget(new Label(LabelRole::Body, statusWord(Status(status))));
        }
        glyphs->addStretch();
        auto* buttons = new QHBoxLayout;
        for (const auto kind : {ButtonKind::Primary, ButtonKind::Plain, ButtonKind::Quiet, ButtonKind::Link}) {
            for (const bool enabled : {true, false}) {
                auto* button = new KeyButton(kind, QStringLiteral("저장"));
                button->setKeyHint(QStringLiteral("F8"));
                button->setEnabled(enabled);
                buttons->addWidget(button);
            }
        }
        buttons->addStretch();
        auto* hints = new KeyHintBar;
        hints->setHints(
            {{QStringLiteral("Enter"), QStringLiteral("다음 칸")}, {QStringLiteral("F2"), QStringLiteral("칸 고치기")},
                {QStringLiteral("F4"), QStringLiteral("목록")}, {QStringLiteral("↑↓"), QStringLiteral("고르기")},
                {QStringLiteral("Ctrl+V"), QStringLiteral("Excel에서 붙여넣기")},
                {QStringLiteral("F8"), QStringLiteral("저장")}});
        auto* body = new QVBoxLayout;
        body->addLayout(form);
        body->addWidget(over);
        body->addWidget(red);
        body->addWidget(green);
        body->addWidget(info);
        body->addLayout(glyphs);
        body->addLayout(buttons);
        body->addStretch();
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addLayout(body, 1);
        layout->addWidget(hints);
        addAction(new Label(LabelRole::Hint, QStringLiteral("적는 대로 이 PC에 보관됩니다")));
        auto* close = new KeyButton(ButtonKind::Plain, QStringLiteral("닫기"));
        close->setKey(QKeySequence(Qt::Key_Escape));
        addAction(close);
        auto* save = new KeyButton(ButtonKind::Primary, QStringLiteral("저장"));
        save->setKey(QKeySequence(Qt::Key_F8));
        addAction(save);
        Theme::follow(this, [=](const Tokens& t) {
            const int pad = t.px(Px::Space16);
            body->setContentsMargins(pad, t.px(Px::Space12), pad, t.px(Px::Space12));
            body->setSpacing(t.px(Px::Space12));
            form->setSpacing(t.px(Px::Space12));
            glyphs->setSpacing(t.px(Px::Space8));
        });
    }
    QString title() const override { return QStringLiteral("새 주문"); }
    QString subtitle() const override { return QStringLiteral("O261123-A02"); }
    void entered() override { m_due->setFocus(); }
    DateField* due() const { return m_due; }

private:
    DateField* m_due;
};

} // namespace

Page* makeGalleryEmpty() { return new EmptyPage; }

Page* makeGalleryForm(DateField** due)
{
    auto* page = new FormPage;
    *due = page->due();
    return page;
}

} // namespace dure::app
