<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>KeyMap</name>
    <message>
        <source>Find or do</source>
        <translation>찾기, 명령</translation>
    </message>
    <message>
        <source>The blue button</source>
        <translation>파란 단추</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>New; in a grid: edit the cell</source>
        <translation>새로 만들기 (표에서는 칸 고치기)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>Choices; in a delivery: what remains</source>
        <translation>목록 (납품에서는 남은 수량)</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>지금 동기화</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>다음 영역</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>인쇄</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Close; drafts stay</source>
        <translation>닫기 (적던 것은 남음)</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>목록에서 거르기</translation>
    </message>
    <message>
        <source>As in the row above</source>
        <translation>위와 같게</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Detail beside the list</source>
        <translation>상세 보기</translation>
    </message>
</context>
<context>
    <name>LookChoices</name>
    <message>
        <source>Text size</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>Aa Small</source>
        <translation>가 작게</translation>
    </message>
    <message>
        <source>Aa Normal</source>
        <translation>가 보통</translation>
    </message>
    <message>
        <source>Aa Large</source>
        <translation>가 크게</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>화면</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>As Windows</source>
        <translation>Windows대로</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Aa Largest</source>
        <translation>가 아주 크게</translation>
    </message>
</context>
<context>
    <name>Nearness</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n일 지남</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>내일</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Received</source>
        <translation>접수</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>납품 완료</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>보류</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>확인 필요</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>일부 납품</translation>
    </message>
</context>
<context>
    <name>Weekday</name>
    <message>
        <source>Sun</source>
        <translation>일</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>월</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>화</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>수</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>목</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>금</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>토</translation>
    </message>
</context>
<context>
    <name>dure::app::CalendarPopup</name>
    <message>
        <source>Calendar</source>
        <translation>달력</translation>
    </message>
    <message>
        <source>%1-%2</source>
        <comment>year and month over a calendar</comment>
        <translation>%1년 %2월</translation>
    </message>
</context>
<context>
    <name>dure::app::DateField</name>
    <message>
        <source>Calendar</source>
        <translation>달력</translation>
    </message>
    <message>
        <source>Calendar (F4)</source>
        <translation>달력 (F4)</translation>
    </message>
    <message>
        <source>“%1” is not a date. Type it like 11-23 or 1123.</source>
        <translation>“%1”은(는) 날짜가 아닙니다. 11-23이나 1123처럼 적으세요.</translation>
    </message>
</context>
<context>
    <name>dure::app::KeyField</name>
    <message>
        <source>Press a key</source>
        <translation>새 키를 누르세요</translation>
    </message>
</context>
<context>
    <name>dure::app::LedgerTable</name>
    <message>
        <source>As at first</source>
        <translation>처음대로</translation>
    </message>
</context>
<context>
    <name>dure::app::MainWindow</name>
    <message>
        <source>%1 – Dure</source>
        <comment>window title</comment>
        <translation>%1 – 두레</translation>
    </message>
</context>
<context>
    <name>dure::app::SettingsPage</name>
    <message>
        <source>Look</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>For this PC only.</source>
        <translation>이 PC에만 적용됩니다.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>계정</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>자료</translation>
    </message>
    <message>
        <source>Everything works from here, with or without a connection.</source>
        <translation>연결이 끊겨도 이 자료로 그대로 씁니다.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>키보드</translation>
    </message>
    <message>
        <source>Choose a key, then press the new one. Delete takes the first one back.</source>
        <translation>키를 고르고 새 키를 누르세요. Delete를 누르면 처음 키로 돌아갑니다.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>회사</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>자료 폴더</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>The key is kept.</source>
        <translation>키를 바꿨습니다.</translation>
    </message>
    <message>
        <source>It works once Dure is opened anew.</source>
        <translation>두레를 다시 열면 적용됩니다.</translation>
    </message>
    <message>
        <source>%1 does something else already.</source>
        <translation>%1에는 이미 다른 일이 있습니다.</translation>
    </message>
    <message>
        <source>Choose another key.</source>
        <translation>다른 키를 고르세요.</translation>
    </message>
    <message>
        <source>Nobody; this PC only</source>
        <translation>로그인하지 않음, 이 PC만 사용</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>로그아웃</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>화면</translation>
    </message>
</context>
<context>
    <name>dure::app::SignInPage</name>
    <message>
        <source>Show what is typed</source>
        <translation>입력한 글자 보기</translation>
    </message>
    <message>
        <source>Dure</source>
        <translation>두레</translation>
    </message>
    <message>
        <source>From the order to the payment, with or without a connection.</source>
        <translation>주문에서 수금까지, 연결이 끊겨도 그대로 씁니다.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>With the account your company gave you.</source>
        <translation>회사에서 받은 계정으로 들어갑니다.</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>서버 주소</translation>
    </message>
    <message>
        <source>Forgotten password</source>
        <translation>비밀번호를 잊었을 때</translation>
    </message>
    <message>
        <source>Change the server address</source>
        <translation>서버 주소 바꾸기</translation>
    </message>
    <message>
        <source>Start without an account</source>
        <translation>계정 없이 시작</translation>
    </message>
    <message>
        <source>Everything stays on this PC.</source>
        <translation>모든 자료를 이 PC에만 저장합니다.</translation>
    </message>
    <message>
        <source>e.g. Hangyeol Plastics</source>
        <translation>예: 한결플라스틱(주)</translation>
    </message>
    <message>
        <source>Company name</source>
        <translation>회사 이름</translation>
    </message>
    <message>
        <source>Orders, deliveries, statements: all of it works at once.</source>
        <translation>주문, 납품, 거래명세서를 바로 씁니다.</translation>
    </message>
    <message>
        <source>With an account later, your data goes on where it is.</source>
        <translation>나중에 계정을 만들면 자료가 그대로 이어집니다.</translation>
    </message>
    <message>
        <source>Your data can be taken out as Excel files at any time.</source>
        <translation>자료는 언제든 Excel로 내보낼 수 있습니다.</translation>
    </message>
    <message>
        <source>Keep a copy of the data folder on a USB stick as well.</source>
        <translation>자료 폴더를 USB에도 복사해 두세요.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>Only your company can give you a new password.</source>
        <translation>비밀번호는 회사에서만 새로 줄 수 있습니다.</translation>
    </message>
    <message>
        <source>Ask whoever manages accounts there; your data on this PC stays.</source>
        <translation>회사의 계정 담당자에게 말하세요. 이 PC의 자료는 그대로 있습니다.</translation>
    </message>
    <message>
        <source>The email is empty.</source>
        <translation>이메일이 비어 있습니다.</translation>
    </message>
    <message>
        <source>The password is empty.</source>
        <translation>비밀번호가 비어 있습니다.</translation>
    </message>
    <message>
        <source>Fill it in and press Enter.</source>
        <translation>넣고 Enter를 누르세요.</translation>
    </message>
    <message>
        <source>The server address is empty.</source>
        <translation>서버 주소가 비어 있습니다.</translation>
    </message>
    <message>
        <source>Fill in what your company gave you.</source>
        <translation>회사에서 받은 주소를 넣으세요.</translation>
    </message>
    <message>
        <source>The company name is empty. Fill it in.</source>
        <translation>회사 이름이 비어 있습니다. 이름을 넣으세요.</translation>
    </message>
    <message>
        <source>Signing in… Cancel</source>
        <translation>로그인하는 중… 취소</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>화면</translation>
    </message>
</context>
<context>
    <name>dure::app::SyncStatusBox</name>
    <message>
        <source>All synced</source>
        <translation>모두 동기화됨</translation>
    </message>
    <message>
        <source>checked %1</source>
        <translation>%1 확인</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>연결 없음</translation>
    </message>
    <message>
        <source>Kept on this PC</source>
        <translation>이 PC에 저장합니다</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting since %1</source>
        <translation>
            <numerusform>%n건이 %1부터 대기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n건 대기</numerusform>
        </translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>동기화하는 중</translation>
    </message>
    <message>
        <source>%1 to send · %2 to receive</source>
        <translation>보낼 것 %1 · 받을 것 %2</translation>
    </message>
    <message>
        <source>%1 to send</source>
        <translation>보낼 것 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) a look</source>
        <translation>
            <numerusform>확인 필요 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>The rest is synced</source>
        <translation>나머지는 동기화됨</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>로그아웃됨</translation>
    </message>
    <message>
        <source>On this PC only ·</source>
        <translation>이 PC에만 저장 ·</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>Saved on this PC</source>
        <translation>이 PC에만 저장됨</translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation>계정 만들기</translation>
    </message>
</context>
<context>
    <name>dure::app::TopBar</name>
    <message>
        <source>Find orders, customers, products, commands (initials work too)</source>
        <translation>주문, 거래처, 품목, 명령 찾기 (초성도 됩니다)</translation>
    </message>
    <message>
        <source>Find (initials work too)</source>
        <translation>찾기 (초성도 됩니다)</translation>
    </message>
</context>
</TS>
