<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>AccountPapers</name>
    <message numerus="yes">
        <source>Bills of %n customer(s)</source>
        <translation>
            <numerusform>거래처 %n곳의 청구서</numerusform>
        </translation>
    </message>
    <message>
        <source>Bill of the month</source>
        <translation>이달 청구서</translation>
    </message>
    <message numerus="yes">
        <source>Ledgers of %n customer(s)</source>
        <translation>
            <numerusform>거래처 %n곳의 거래처원장</numerusform>
        </translation>
    </message>
    <message>
        <source>Ledger on paper</source>
        <translation>거래처원장 인쇄</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>Opening balance</source>
        <translation>기초 미수</translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>more lines</comment>
        <translation>외 %1</translation>
    </message>
    <message>
        <source>Dishonour: %1</source>
        <translation>부도: %1</translation>
    </message>
    <message>
        <source>Carried</source>
        <translation>이월</translation>
    </message>
    <message>
        <source>Dishonour</source>
        <translation>부도</translation>
    </message>
    <message>
        <source>Reversal</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>입금</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>반품</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>납품</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>Saving a customer</source>
        <translation>거래처 저장</translation>
    </message>
    <message>
        <source>Deleting a customer</source>
        <translation>거래처 삭제</translation>
    </message>
    <message>
        <source>Saving a product</source>
        <translation>품목 저장</translation>
    </message>
    <message>
        <source>Deleting a product</source>
        <translation>품목 삭제</translation>
    </message>
    <message>
        <source>Saving an order</source>
        <translation>주문 저장</translation>
    </message>
    <message>
        <source>Changing an order&apos;s state</source>
        <translation>주문 상태 변경</translation>
    </message>
    <message>
        <source>Deleting an order</source>
        <translation>주문 삭제</translation>
    </message>
    <message>
        <source>Recording a delivery</source>
        <translation>납품 기록</translation>
    </message>
    <message>
        <source>Taking a delivery back</source>
        <translation>납품 취소</translation>
    </message>
    <message>
        <source>Recording a payment</source>
        <translation>입금 기록</translation>
    </message>
    <message>
        <source>Taking a payment back</source>
        <translation>입금 취소</translation>
    </message>
    <message>
        <source>Saving an agreed price</source>
        <translation>합의 단가 저장</translation>
    </message>
    <message>
        <source>Deleting an agreed price</source>
        <translation>합의 단가 삭제</translation>
    </message>
    <message>
        <source>Saving the company</source>
        <translation>우리 회사 정보 저장</translation>
    </message>
    <message>
        <source>Recording a stock movement</source>
        <translation>재고 이동 기록</translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Leaving a value as it is</source>
        <translation>값을 그대로 두기</translation>
    </message>
    <message>
        <source>Putting a value back</source>
        <translation>값 되살리기</translation>
    </message>
    <message>
        <source>Deleting after all</source>
        <translation>마저 지우기</translation>
    </message>
    <message>
        <source>Attaching a file</source>
        <translation>파일 붙이기</translation>
    </message>
    <message>
        <source>Removing a file</source>
        <translation>파일 지움</translation>
    </message>
    <message>
        <source>Saving a quotation</source>
        <translation>견적 저장</translation>
    </message>
    <message>
        <source>Deleting a quotation</source>
        <translation>견적 삭제</translation>
    </message>
    <message>
        <source>Changing a quotation&apos;s state</source>
        <translation>견적 상태 변경</translation>
    </message>
    <message>
        <source>Making an order of a quotation</source>
        <translation>견적을 주문으로</translation>
    </message>
    <message>
        <source>Saving a claim</source>
        <translation>클레임 저장</translation>
    </message>
    <message>
        <source>Deleting a claim</source>
        <translation>클레임 삭제</translation>
    </message>
    <message>
        <source>Settling a claim</source>
        <translation>클레임 처리</translation>
    </message>
    <message>
        <source>Saving a note on a customer</source>
        <translation>거래처 기록 저장</translation>
    </message>
    <message>
        <source>Deleting a note on a customer</source>
        <translation>거래처 기록 삭제</translation>
    </message>
    <message>
        <source>Planning a delivery</source>
        <translation>배차 계획</translation>
    </message>
    <message>
        <source>Bringing back a customer</source>
        <translation>거래처 되살리기</translation>
    </message>
    <message>
        <source>Bringing back a product</source>
        <translation>품목 되살리기</translation>
    </message>
    <message>
        <source>Bringing back an order</source>
        <translation>주문 되살리기</translation>
    </message>
    <message>
        <source>Bringing back a quotation</source>
        <translation>견적 되살리기</translation>
    </message>
    <message>
        <source>Bringing back a claim</source>
        <translation>클레임 되살리기</translation>
    </message>
    <message>
        <source>Bringing back an activity</source>
        <translation>거래처 기록 되살리기</translation>
    </message>
    <message>
        <source>Changing many prices</source>
        <translation>단가 일괄 변경</translation>
    </message>
</context>
<context>
    <name>BusinessNumberNote</name>
    <message>
        <source>Nobody bears this number. Type the one of the registration.</source>
        <translation>아무도 쓰지 않는 번호입니다. 사업자등록증의 번호를 넣으세요.</translation>
    </message>
    <message>
        <source>The number has ten digits. Go on typing, or keep it as it is.</source>
        <translation>등록번호는 10자리입니다. 마저 넣거나 그대로 쓰세요.</translation>
    </message>
    <message>
        <source>%1 has this number too. Keep it if both are meant.</source>
        <translation>%1도 이 등록번호를 씁니다. 고치거나 그대로 쓰세요.</translation>
    </message>
    <message>
        <source>The last digit does not fit. Correct it, or keep it as it is.</source>
        <translation>등록번호 끝자리가 다릅니다. 고치거나 그대로 쓰세요.</translation>
    </message>
    <message>
        <source>The business number is in order.</source>
        <translation>등록번호를 확인했습니다.</translation>
    </message>
</context>
<context>
    <name>Claims</name>
    <message>
        <source>Defect</source>
        <translation>불량</translation>
    </message>
    <message>
        <source>Too few</source>
        <translation>수량 부족</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>파손</translation>
    </message>
    <message>
        <source>Wrong goods</source>
        <translation>오납</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>a claim</comment>
        <translation>접수</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>교환</translation>
    </message>
    <message>
        <source>Credited</source>
        <translation>차감</translation>
    </message>
    <message>
        <source>Taken back</source>
        <comment>the goods</comment>
        <translation>반품</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>불인정</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>수리</translation>
    </message>
    <message>
        <source>Replacement</source>
        <translation>교환품</translation>
    </message>
    <message>
        <source>Return</source>
        <comment>of goods</comment>
        <translation>반품</translation>
    </message>
    <message>
        <source>Credit</source>
        <comment>an amount taken off</comment>
        <translation>차감</translation>
    </message>
</context>
<context>
    <name>CompanyExport</name>
    <message>
        <source>transfer</source>
        <translation>계좌이체</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>현금</translation>
    </message>
    <message>
        <source>cheque</source>
        <translation>수표</translation>
    </message>
    <message>
        <source>promissory note</source>
        <translation>어음</translation>
    </message>
    <message>
        <source>card</source>
        <translation>카드</translation>
    </message>
    <message>
        <source>offset</source>
        <translation>상계</translation>
    </message>
    <message>
        <source>discount given</source>
        <translation>에누리</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>기초</translation>
    </message>
    <message>
        <source>production</source>
        <translation>생산 입고</translation>
    </message>
    <message>
        <source>purchase</source>
        <translation>매입 입고</translation>
    </message>
    <message>
        <source>delivery</source>
        <translation>납품 출고</translation>
    </message>
    <message>
        <source>return</source>
        <translation>반품</translation>
    </message>
    <message>
        <source>count</source>
        <translation>실사 조정</translation>
    </message>
    <message>
        <source>scrap</source>
        <translation>폐기</translation>
    </message>
    <message>
        <source>sale</source>
        <translation>납품</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>repair</source>
        <translation>수리</translation>
    </message>
    <message>
        <source>replacement</source>
        <translation>교환</translation>
    </message>
    <message>
        <source>credit</source>
        <translation>금액 조정</translation>
    </message>
    <message>
        <source>defect</source>
        <translation>불량</translation>
    </message>
    <message>
        <source>shortage</source>
        <translation>수량 부족</translation>
    </message>
    <message>
        <source>damage</source>
        <translation>파손</translation>
    </message>
    <message>
        <source>wrong item</source>
        <translation>오출고</translation>
    </message>
    <message>
        <source>other</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>discounted at a bank</source>
        <translation>할인</translation>
    </message>
    <message>
        <source>endorsed</source>
        <translation>배서</translation>
    </message>
    <message>
        <source>collected</source>
        <translation>추심</translation>
    </message>
    <message>
        <source>note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>call</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>방문</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>메일</translation>
    </message>
    <message>
        <source>promise of payment</source>
        <translation>입금 약속</translation>
    </message>
    <message>
        <source>half up</source>
        <translation>반올림</translation>
    </message>
    <message>
        <source>down</source>
        <translation>절사</translation>
    </message>
    <message>
        <source>up</source>
        <translation>절상</translation>
    </message>
    <message>
        <source>each line</source>
        <translation>줄마다</translation>
    </message>
    <message>
        <source>the document</source>
        <translation>문서마다</translation>
    </message>
    <message>
        <source>list price</source>
        <translation>정가</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>합의</translation>
    </message>
    <message>
        <source>last</source>
        <translation>지난</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>직접</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>정정</translation>
    </message>
    <message>
        <source>dishonoured</source>
        <translation>부도</translation>
    </message>
    <message>
        <source>Code of the product</source>
        <translation>품목코드</translation>
    </message>
</context>
<context>
    <name>Contradictions</name>
    <message>
        <source>Product</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>납품</translation>
    </message>
    <message>
        <source>Allowed up to</source>
        <translation>허용</translation>
    </message>
    <message>
        <source>Too much</source>
        <translation>초과</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Business number</source>
        <translation>사업자등록번호</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Owes</source>
        <translation>미수금</translation>
    </message>
    <message>
        <source>Spec</source>
        <translation>규격</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>정가</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>%1. More went out than the order and the customer&apos;s tolerance allow. Take it back with a new delivery below 0, raise the order, or leave it.</source>
        <translation>%1. 주문과 거래처의 허용치보다 많이 나갔습니다. 새 납품에 수량을 빼기(−)로 적어 반품하거나 주문 수량을 올리거나, 그대로 두세요.</translation>
    </message>
    <message>
        <source>%1. The order is cancelled and goods went out. Reopen it, take the delivery back, or leave it.</source>
        <translation>%1. 취소한 주문인데 납품이 있습니다. 주문을 되살리거나 납품을 되돌리거나, 그대로 두세요.</translation>
    </message>
    <message>
        <source>%1. More went out than was there. Count it and record the difference, or leave it.</source>
        <translation>%1. 있는 것보다 많이 나갔습니다. 실사해서 차이를 적거나, 그대로 두세요.</translation>
    </message>
    <message>
        <source>%1. It owes more than was agreed. Ask for payment, raise the limit, or leave it.</source>
        <translation>%1. 미수금이 한도를 넘었습니다. 입금을 청하거나 한도를 올리거나, 그대로 두세요.</translation>
    </message>
    <message>
        <source>%1. It may be one customer entered twice. Correct one of them, or leave it.</source>
        <translation>%1. 한 거래처를 두 번 적었을 수 있습니다. 한쪽을 고치거나, 그대로 두세요.</translation>
    </message>
    <message>
        <source>%1. It may be one product entered twice. Correct one of them, or leave it.</source>
        <translation>%1. 한 품목을 두 번 적었을 수 있습니다. 한쪽을 고치거나, 그대로 두세요.</translation>
    </message>
    <message>
        <source>%1. Two documents carry one number. Tell them apart on paper, or leave it.</source>
        <translation>%1. 두 문서의 번호가 같습니다. 종이에서 구별하거나, 그대로 두세요.</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>재고</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>여신 한도</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>구분</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>%1. It was settled twice, or more came back for what was delivered than there was of it. Take one of them back, or leave it.</source>
        <translation>%1. 두 번 처리되었거나 납품한 것보다 많이 돌려받은 것으로 되어 있습니다. 하나를 되돌리거나 그대로 두세요.</translation>
    </message>
</context>
<context>
    <name>Day</name>
    <message>
        <source>waiting</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>예정</translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>more lines</comment>
        <translation>외 %1</translation>
    </message>
    <message>
        <source>Vehicle not decided</source>
        <translation>차량 미정</translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n곳</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%2곳 중 %1곳 완료</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>모두 보기</translation>
    </message>
    <message>
        <source>vehicle not decided</source>
        <translation>차량 미정</translation>
    </message>
    <message>
        <source>Nothing is late.</source>
        <translation>지연된 주문이 없습니다.</translation>
    </message>
    <message>
        <source>Money expected</source>
        <translation>들어올 돈</translation>
    </message>
    <message>
        <source>promises %1, notes %2</source>
        <translation>약속 %1 · 어음 %2</translation>
    </message>
    <message>
        <source>note matures %1</source>
        <translation>어음 만기 %1</translation>
    </message>
    <message>
        <source>promised, %1</source>
        <translation>입금 약속, %1</translation>
    </message>
    <message>
        <source>promised for %1</source>
        <translation>%1 입금 약속</translation>
    </message>
    <message>
        <source>Nobody has promised money for today.</source>
        <translation>오늘 들어오기로 한 돈이 없습니다.</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>할 일</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation>
            <numerusform>%n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is to be done today.</source>
        <translation>오늘 할 일이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing needs a look.</source>
        <translation>확인할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Deliveries today</source>
        <translation>오늘 납품</translation>
    </message>
    <message>
        <source>vehicles %1, stops %2</source>
        <translation>차량 %1대 · %2곳</translation>
    </message>
    <message>
        <source>Print the loading list</source>
        <translation>배차표 인쇄</translation>
    </message>
    <message>
        <source>Nothing is due today and nothing went out yet.</source>
        <translation>오늘 나갈 것도, 나간 것도 없습니다.</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>내일</translation>
    </message>
    <message>
        <source>Nothing is due tomorrow.</source>
        <translation>내일 나갈 것이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n pallet(s)</source>
        <translation>
            <numerusform>%n팔레트</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n박스</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>pallets and boxes</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>load at least %1</source>
        <translation>적재 %1 이상</translation>
    </message>
    <message>
        <source>load %1</source>
        <translation>적재 %1</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Empty. Fill it in.</source>
        <translation>비어 있습니다. 채우세요.</translation>
    </message>
    <message>
        <source>Too long. Shorten it.</source>
        <translation>너무 깁니다. 줄이세요.</translation>
    </message>
    <message>
        <source>Not a value that can stand here. Correct it.</source>
        <translation>쓸 수 없는 값입니다. 고치세요.</translation>
    </message>
    <message>
        <source>Holds characters that cannot be stored. Type it anew.</source>
        <translation>저장할 수 없는 글자가 있습니다. 다시 쓰세요.</translation>
    </message>
    <message>
        <source>No longer there. Choose again.</source>
        <translation>이제 없습니다. 다시 고르세요.</translation>
    </message>
    <message>
        <source>There is no line. Enter at least one.</source>
        <translation>줄이 없습니다. 한 줄 이상 적으세요.</translation>
    </message>
    <message>
        <source>Too many lines. Split it in two.</source>
        <translation>줄이 너무 많습니다. 둘로 나누세요.</translation>
    </message>
    <message>
        <source>The quantity is 0. Enter it.</source>
        <translation>수량이 0입니다. 수량을 적으세요.</translation>
    </message>
    <message>
        <source>Quantity times price is too large. Check both.</source>
        <translation>수량과 단가를 곱한 값이 너무 큽니다. 둘 다 확인하세요.</translation>
    </message>
    <message>
        <source>This line was delivered already. Keep it.</source>
        <translation>이미 납품한 줄입니다. 그대로 두세요.</translation>
    </message>
    <message>
        <source>Appears twice. Keep one.</source>
        <translation>두 번 있습니다. 하나만 남기세요.</translation>
    </message>
    <message>
        <source>It was delivered, so it cannot be cancelled.</source>
        <translation>납품이 있어 취소할 수 없습니다.</translation>
    </message>
    <message>
        <source>Take the deliveries back first.</source>
        <translation>먼저 납품을 되돌리세요.</translation>
    </message>
    <message>
        <source>Orders or deliveries go to a delivery site that was taken away.</source>
        <translation>뺀 납품처로 가는 수주나 납품이 있습니다.</translation>
    </message>
    <message>
        <source>Leave the site: documents show its address.</source>
        <translation>전표에 주소가 나오니 납품처를 그대로 두세요.</translation>
    </message>
    <message>
        <source>Documents name it, so it cannot be deleted.</source>
        <translation>전표에 쓰여 있어 지울 수 없습니다.</translation>
    </message>
    <message>
        <source>Make it inactive instead.</source>
        <translation>대신 사용 중지로 바꾸세요.</translation>
    </message>
    <message>
        <source>It was taken back already.</source>
        <translation>이미 되돌렸습니다.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>되돌릴 것이 없습니다.</translation>
    </message>
    <message>
        <source>Somebody changed it since, so it cannot be undone.</source>
        <translation>그 뒤에 다른 사람이 고쳐서 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Open it and correct it.</source>
        <translation>열어서 고치세요.</translation>
    </message>
    <message>
        <source>Something was made from it, so it cannot be undone.</source>
        <translation>이것으로 만든 것이 있어 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>It takes another entry back itself.</source>
        <translation>이것은 다른 기록을 되돌린 것입니다.</translation>
    </message>
    <message>
        <source>Undo brings that entry back.</source>
        <translation>되돌리기를 하면 그 기록이 돌아옵니다.</translation>
    </message>
    <message>
        <source>It was not saved.</source>
        <translation>저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>It is no longer there.</source>
        <translation>이제 없습니다.</translation>
    </message>
    <message>
        <source>Somebody may have deleted it.</source>
        <translation>다른 사람이 지웠을 수 있습니다.</translation>
    </message>
    <message>
        <source>It is too large for one step. Split it.</source>
        <translation>한 번에 하기에는 너무 큽니다. 나누세요.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space and try again.</source>
        <translation>디스크가 가득 찼습니다. 비우고 다시 하세요.</translation>
    </message>
    <message>
        <source>Another program holds the file. Close it and try again.</source>
        <translation>다른 프로그램이 파일을 쓰고 있습니다. 닫고 다시 하세요.</translation>
    </message>
    <message>
        <source>The disk could not be written. Check it and try again.</source>
        <translation>디스크에 쓰지 못했습니다. 확인하고 다시 하세요.</translation>
    </message>
    <message>
        <source>Dure is already open with this data.</source>
        <translation>이 자료로 두레가 이미 열려 있습니다.</translation>
    </message>
    <message>
        <source>Go on in that window.</source>
        <translation>그 창에서 계속하세요.</translation>
    </message>
    <message>
        <source>Go on in that window (%1).</source>
        <translation>그 창에서 계속하세요(%1).</translation>
    </message>
    <message>
        <source>A newer Dure made this data.</source>
        <translation>더 새로운 두레가 만든 자료입니다.</translation>
    </message>
    <message>
        <source>Install the newest version. Nothing was changed.</source>
        <translation>최신 버전을 설치하세요. 자료는 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>This is not Dure&apos;s data.</source>
        <translation>두레의 자료가 아닙니다.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>The data on this PC is damaged.</source>
        <translation>이 PC의 자료가 손상되었습니다.</translation>
    </message>
    <message>
        <source>Put back the last backup.</source>
        <translation>마지막 백업을 되살리세요.</translation>
    </message>
    <message>
        <source>This folder is on a network or is synchronised, where data can be lost.</source>
        <translation>네트워크나 동기화 폴더에서는 자료를 잃을 수 있습니다.</translation>
    </message>
    <message>
        <source>Choose a folder on this PC.</source>
        <translation>이 PC의 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>The data could not be opened.</source>
        <translation>자료를 열지 못했습니다.</translation>
    </message>
    <message>
        <source>Check the disk and the rights to the folder. (%1)</source>
        <translation>디스크와 폴더 권한을 확인하세요. (%1)</translation>
    </message>
    <message>
        <source>the last action</source>
        <translation>방금 한 일</translation>
    </message>
    <message>
        <source>Somebody decided it meanwhile.</source>
        <translation>그 사이에 다른 사람이 골랐습니다.</translation>
    </message>
    <message>
        <source>It is under “Done”.</source>
        <translation>“끝난 것”에 있습니다.</translation>
    </message>
    <message>
        <source>Somebody changed the value meanwhile.</source>
        <translation>그 사이에 값이 바뀌었습니다.</translation>
    </message>
    <message>
        <source>Look at it anew and choose again.</source>
        <translation>지금 값을 보고 다시 고르세요.</translation>
    </message>
    <message>
        <source>Something newer was done since, or it was undone already.</source>
        <translation>그 뒤에 다른 일을 했거나 이미 되돌렸습니다.</translation>
    </message>
    <message>
        <source>Your role reads here and changes nothing.</source>
        <translation>지금 역할은 보기만 합니다.</translation>
    </message>
    <message>
        <source>The owner of the company can give you another role.</source>
        <translation>고치려면 회사 대표에게 역할을 바꾸어 달라고 하세요.</translation>
    </message>
    <message>
        <source>The file is empty, or larger than 10 MB. Choose a smaller one.</source>
        <translation>파일이 비어 있거나 10MB를 넘습니다. 더 작은 파일을 고르세요.</translation>
    </message>
    <message>
        <source>A file of this kind is not taken. Choose a PNG or JPEG image.</source>
        <translation>이 종류의 파일은 쓸 수 없습니다. PNG나 JPEG 그림을 고르세요.</translation>
    </message>
    <message>
        <source>Take that back first; an order whose deliveries are taken back can be cancelled.</source>
        <translation>그것을 먼저 되돌리세요. 납품을 모두 되돌린 주문은 취소할 수 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>the import of %n row(s)</source>
        <translation>
            <numerusform>%n줄 가져오기</numerusform>
        </translation>
    </message>
    <message>
        <source>the company&apos;s details</source>
        <translation>우리 회사 정보</translation>
    </message>
    <message>
        <source>new order %1</source>
        <translation>새 주문 %1</translation>
    </message>
    <message>
        <source>change of order %1</source>
        <translation>주문 고침 %1</translation>
    </message>
    <message>
        <source>state of order %1</source>
        <translation>주문 상태 %1</translation>
    </message>
    <message>
        <source>deletion of order %1</source>
        <translation>주문 삭제 %1</translation>
    </message>
    <message>
        <source>record of delivery %1</source>
        <translation>납품 기록 %1</translation>
    </message>
    <message>
        <source>taking back of delivery %1</source>
        <translation>납품 되돌림 %1</translation>
    </message>
    <message>
        <source>new customer %1</source>
        <translation>새 거래처 %1</translation>
    </message>
    <message>
        <source>change of customer %1</source>
        <translation>거래처 고침 %1</translation>
    </message>
    <message>
        <source>deletion of customer %1</source>
        <translation>거래처 삭제 %1</translation>
    </message>
    <message>
        <source>new product %1</source>
        <translation>새 품목 %1</translation>
    </message>
    <message>
        <source>change of product %1</source>
        <translation>품목 고침 %1</translation>
    </message>
    <message>
        <source>deletion of product %1</source>
        <translation>품목 삭제 %1</translation>
    </message>
    <message>
        <source>agreed prices of %1</source>
        <translation>합의 단가 %1</translation>
    </message>
    <message>
        <source>decision on %1</source>
        <translation>확인 필요에서 고른 것 %1</translation>
    </message>
    <message>
        <source>attaching of %1</source>
        <translation>%1 첨부</translation>
    </message>
    <message>
        <source>removal of %1</source>
        <translation>%1 지움</translation>
    </message>
    <message>
        <source>The amount is not more than 0. Enter it.</source>
        <translation>금액이 0보다 커야 합니다. 금액을 넣으세요.</translation>
    </message>
    <message>
        <source>Lies before the day it begins. Correct the date.</source>
        <translation>시작하는 날보다 앞선 날짜입니다. 날짜를 고치세요.</translation>
    </message>
    <message>
        <source>Together more than the payment. Take some off.</source>
        <translation>배분한 금액이 입금액보다 많습니다. 줄이세요.</translation>
    </message>
    <message>
        <source>It is not a promissory note.</source>
        <translation>어음이 아닙니다.</translation>
    </message>
    <message>
        <source>record of payment %1</source>
        <translation>입금 %1 기록</translation>
    </message>
    <message>
        <source>taking back of payment %1</source>
        <translation>입금 %1 취소</translation>
    </message>
    <message>
        <source>dishonour of the note, %1</source>
        <translation>어음 부도 %1</translation>
    </message>
    <message>
        <source>what was done with note %1</source>
        <translation>어음 %1 처리</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>멈췄습니다.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>It belongs to a delivery.</source>
        <translation>납품에 딸린 것입니다.</translation>
    </message>
    <message>
        <source>Take the delivery back; the stock follows.</source>
        <translation>납품을 거두면 재고도 따라갑니다.</translation>
    </message>
    <message numerus="yes">
        <source>stock count of %n product(s)</source>
        <translation>
            <numerusform>품목 %n개의 재고 실사</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stock entries, first %1</source>
        <translation>
            <numerusform>재고 기록 %n건 (%1 등)</numerusform>
        </translation>
    </message>
    <message>
        <source>stock entry of %1</source>
        <translation>%1의 재고 기록</translation>
    </message>
    <message>
        <source>taking back of a stock entry of %1</source>
        <translation>%1의 재고 기록 거두기</translation>
    </message>
    <message>
        <source>vehicle and time of order %1</source>
        <translation>주문 %1의 배차</translation>
    </message>
    <message>
        <source>note on %1</source>
        <translation>%1의 기록</translation>
    </message>
    <message>
        <source>deletion of a note on %1</source>
        <translation>%1의 기록 삭제</translation>
    </message>
    <message>
        <source>return of %1 from the trash</source>
        <translation>%1 되살리기</translation>
    </message>
    <message>
        <source>More than was delivered, less what was settled before. Correct it.</source>
        <translation>납품한 것에서 이미 처리한 것을 뺀 나머지보다 많습니다. 고치세요.</translation>
    </message>
    <message>
        <source>What it was sold for is not known. Choose the delivered line in the claim first.</source>
        <translation>얼마에 판 것인지 알 수 없습니다. 클레임에서 납품한 품목을 먼저 고르세요.</translation>
    </message>
    <message numerus="yes">
        <source>change of %n price(s)</source>
        <translation>
            <numerusform>단가 %n건 변경</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExchangeWords</name>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Business no.</source>
        <translation>사업자등록번호</translation>
    </message>
    <message>
        <source>Sub-business no.</source>
        <translation>종사업장번호</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>대표자</translation>
    </message>
    <message>
        <source>Business type</source>
        <translation>업태</translation>
    </message>
    <message>
        <source>Business item</source>
        <translation>종목</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>우편번호</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>팩스</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>In charge here</source>
        <translation>우리 담당</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>담당자</translation>
    </message>
    <message>
        <source>Contact&apos;s title</source>
        <translation>담당자 직위</translation>
    </message>
    <message>
        <source>Contact&apos;s phone</source>
        <translation>담당자 전화</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>여신한도</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>이월잔액</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>사용중지</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>Spec</source>
        <translation>규격</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>정가</translation>
    </message>
    <message>
        <source>Tax kind</source>
        <translation>과세 구분</translation>
    </message>
    <message>
        <source>Units a box</source>
        <translation>입수</translation>
    </message>
    <message>
        <source>Boxes a pallet</source>
        <translation>파레트당 박스</translation>
    </message>
    <message>
        <source>Volume (ml)</source>
        <translation>용량(ml)</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>구경</translation>
    </message>
    <message>
        <source>Weight (g)</source>
        <translation>중량(g)</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>재질</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>색상</translation>
    </message>
    <message>
        <source>Mould no.</source>
        <translation>금형번호</translation>
    </message>
    <message>
        <source>Least order</source>
        <translation>최소 주문</translation>
    </message>
    <message>
        <source>Lead time (days)</source>
        <translation>리드타임(일)</translation>
    </message>
    <message>
        <source>Safety stock</source>
        <translation>안전재고</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>주문번호</translation>
    </message>
    <message>
        <source>Customer&apos;s code</source>
        <translation>거래처 코드</translation>
    </message>
    <message>
        <source>Customer&apos;s name</source>
        <translation>거래처 이름</translation>
    </message>
    <message>
        <source>Order date</source>
        <translation>주문일</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>납기</translation>
    </message>
    <message>
        <source>Delivered on</source>
        <translation>납품한 날</translation>
    </message>
    <message>
        <source>Customer&apos;s order no.</source>
        <translation>고객 발주번호</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Product code</source>
        <translation>품목 코드</translation>
    </message>
    <message>
        <source>Product name</source>
        <translation>품명</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>단가</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>할인율</translation>
    </message>
    <message>
        <source> (%1, row %2)</source>
        <translation> (%1, %2번째 줄)</translation>
    </message>
    <message>
        <source> (row %1)</source>
        <translation> (%1번째 줄)</translation>
    </message>
    <message>
        <source>%1 is damaged%2.</source>
        <translation>%1 파일이 망가졌습니다%2.</translation>
    </message>
    <message>
        <source>Open it in Excel, save it anew and choose that file.</source>
        <translation>엑셀에서 열어 새로 저장한 뒤 그 파일을 고르세요.</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>Not a number</source>
        <translation>숫자가 아님</translation>
    </message>
    <message>
        <source>Too large a number</source>
        <translation>숫자가 너무 큼</translation>
    </message>
    <message>
        <source>No such date</source>
        <translation>없는 날짜</translation>
    </message>
    <message>
        <source>Neither 0.15 nor 15%</source>
        <translation>할인율이 아님(0.15, 15%)</translation>
    </message>
    <message>
        <source>None of the known words</source>
        <translation>알 수 없는 말</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>너무 김</translation>
    </message>
    <message>
        <source>Stands in an earlier row</source>
        <translation>앞줄에 이미 있음</translation>
    </message>
    <message>
        <source>Differs from earlier rows of the order</source>
        <translation>같은 주문의 앞줄과 다름</translation>
    </message>
    <message>
        <source>No such order</source>
        <translation>없는 주문</translation>
    </message>
    <message>
        <source>Another row of this order is wrong</source>
        <translation>같은 주문의 다른 줄이 잘못됨</translation>
    </message>
    <message>
        <source>A quotation mark never closes</source>
        <translation>따옴표가 닫히지 않음</translation>
    </message>
    <message>
        <source>Broken characters</source>
        <translation>깨진 글자</translation>
    </message>
    <message>
        <source>More cells than heads</source>
        <translation>제목보다 칸이 많음</translation>
    </message>
    <message>
        <source>Excel shows an error here</source>
        <translation>엑셀의 오류 값</translation>
    </message>
    <message>
        <source>Rounded to four decimals</source>
        <translation>소수 넷째 자리로 반올림</translation>
    </message>
    <message>
        <source>Text behind a quotation mark</source>
        <translation>따옴표 뒤에 글이 있음</translation>
    </message>
    <message>
        <source>A comma in a text, joined again</source>
        <translation>글 속 쉼표를 이어 붙임</translation>
    </message>
    <message>
        <source>Not a right business number; kept</source>
        <translation>등록번호가 맞지 않음, 그대로 둠</translation>
    </message>
    <message>
        <source>No price</source>
        <translation>단가 없음</translation>
    </message>
    <message>
        <source>Cannot stand here</source>
        <translation>쓸 수 없는 값</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>찾지 못함</translation>
    </message>
    <message>
        <source>An order without lines</source>
        <translation>줄이 없는 주문</translation>
    </message>
    <message>
        <source>More than 400 lines</source>
        <translation>400줄이 넘음</translation>
    </message>
    <message>
        <source>The quantity is 0</source>
        <translation>수량이 0</translation>
    </message>
    <message>
        <source>Too large an amount</source>
        <translation>금액이 너무 큼</translation>
    </message>
    <message>
        <source>A delivered line is not in the file</source>
        <translation>납품한 줄이 파일에 없음</translation>
    </message>
    <message>
        <source>Appears twice</source>
        <translation>두 번 나옴</translation>
    </message>
    <message>
        <source>Choose an Excel or CSV file.</source>
        <translation>엑셀이나 CSV 파일을 고르세요.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 파일을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Close it in other programs, or choose another file.</source>
        <translation>다른 프로그램에서 닫거나 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 파일을 쓰지 못했습니다.</translation>
    </message>
    <message>
        <source>Close it in Excel, choose another folder, or free some space.</source>
        <translation>엑셀에서 닫거나, 다른 폴더를 고르거나, 디스크를 비우세요.</translation>
    </message>
    <message>
        <source>%1 is too large.</source>
        <translation>%1 파일이 너무 큽니다.</translation>
    </message>
    <message>
        <source>Split it into several files.</source>
        <translation>여러 파일로 나누세요.</translation>
    </message>
    <message>
        <source>%1 is not an Excel or CSV file.</source>
        <translation>%1 파일은 엑셀이나 CSV가 아닙니다.</translation>
    </message>
    <message>
        <source>It is a web page with the name of an Excel file. Open it in Excel and save it as .xlsx.</source>
        <translation>이름만 엑셀인 웹 문서입니다. 엑셀에서 열어 .xlsx로 저장하세요.</translation>
    </message>
    <message>
        <source>%1 is Unicode text that is not read here.</source>
        <translation>%1 파일은 읽을 수 없는 유니코드 글입니다.</translation>
    </message>
    <message>
        <source>Save it as CSV UTF-8.</source>
        <translation>CSV UTF-8로 저장하세요.</translation>
    </message>
    <message>
        <source>%1 is an Excel file of before 2007 (.xls).</source>
        <translation>%1 파일은 2007년 이전 엑셀(.xls)입니다.</translation>
    </message>
    <message>
        <source>Open it in Excel and save it as .xlsx.</source>
        <translation>엑셀에서 열어 .xlsx로 저장하세요.</translation>
    </message>
    <message>
        <source>%1 is protected by a password.</source>
        <translation>%1 파일에 암호가 걸려 있습니다.</translation>
    </message>
    <message>
        <source>Save it in Excel without one.</source>
        <translation>엑셀에서 암호 없이 저장하세요.</translation>
    </message>
    <message>
        <source>%1 has lost its end.</source>
        <translation>%1 파일의 뒷부분이 없습니다.</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>다시 복사하거나 내려받으세요.</translation>
    </message>
    <message>
        <source>%1 has too many rows.</source>
        <translation>%1 파일은 줄이 너무 많습니다.</translation>
    </message>
    <message>
        <source>Up to %1 go in at once. Split it into several files.</source>
        <translation>한 번에 %1줄까지 가져옵니다. 여러 파일로 나누세요.</translation>
    </message>
    <message>
        <source>%1 has too many columns.</source>
        <translation>%1 파일은 열이 너무 많습니다.</translation>
    </message>
    <message>
        <source>Delete those that are not needed.</source>
        <translation>필요 없는 열을 지우세요.</translation>
    </message>
    <message>
        <source>%1 is not built as Excel builds files, and was not read.</source>
        <translation>%1 파일은 엑셀이 만든 모양이 아니어서 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 has no sheet that can be read.</source>
        <translation>%1 파일에 읽을 시트가 없습니다.</translation>
    </message>
    <message>
        <source>No row of %1 names the columns.</source>
        <translation>%1 파일에 열 이름이 있는 줄이 없습니다.</translation>
    </message>
    <message>
        <source>Write their names into the first row, or say above which row it is.</source>
        <translation>첫 줄에 열 이름을 적거나, 이름이 있는 줄 번호를 넣으세요.</translation>
    </message>
    <message>
        <source>The columns of %1 have changed.</source>
        <translation>%1 파일의 열이 바뀌었습니다.</translation>
    </message>
    <message>
        <source>Choose the file again.</source>
        <translation>파일을 다시 고르세요.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>멈췄습니다.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Lines of orders</source>
        <translation>주문 줄</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 또는 %2</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>%1 was deleted since, so nothing can be put back. Put it away with 1.</source>
        <translation>%1. 그 뒤에 지워져서 되살릴 수 없습니다. 1을 눌러 끝내세요.</translation>
    </message>
    <message>
        <source>%1. It was changed once more since; what stands now is shown. Choose one.</source>
        <translation>%1. 그 뒤에 다시 고쳐져 지금 값을 보여 줍니다. 하나를 고르세요.</translation>
    </message>
    <message>
        <source>%1. What was changed later stands, the other value is kept too. Choose one.</source>
        <translation>%1. 나중에 고친 값이 들어 있고, 다른 값도 보관되어 있습니다. 하나를 고르세요.</translation>
    </message>
    <message>
        <source>At first</source>
        <translation>처음 값</translation>
    </message>
    <message>
        <source>What stands now</source>
        <translation>지금 들어 있는 값</translation>
    </message>
    <message>
        <source>The other value</source>
        <translation>다른 값</translation>
    </message>
    <message>
        <source>There</source>
        <translation>남아 있음</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>지움</translation>
    </message>
    <message>
        <source>%1. Somebody changed or used it while another deleted it, so all of it was kept.</source>
        <translation>%1. 한쪽에서 지우는 사이에 다른 쪽에서 고치거나 써서 모두 남겨 두었습니다.</translation>
    </message>
    <message>
        <source>%1. Somebody changed or used it after another had deleted it, so it is back.</source>
        <translation>%1. 한쪽에서 지운 뒤에 다른 쪽에서 고치거나 써서 돌아왔습니다.</translation>
    </message>
    <message>
        <source>Not taken by the cloud: %1</source>
        <translation>클라우드가 받지 않음: %1</translation>
    </message>
    <message>
        <source>As you entered it</source>
        <translation>넣은 값</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Business number</source>
        <translation>사업자등록번호</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>대표자</translation>
    </message>
    <message>
        <source>Business type</source>
        <translation>업태</translation>
    </message>
    <message>
        <source>Business item</source>
        <translation>종목</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>우편번호</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>팩스</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Closing day</source>
        <translation>마감일</translation>
    </message>
    <message>
        <source>Months until payment</source>
        <translation>결제까지 개월</translation>
    </message>
    <message>
        <source>Pay day</source>
        <translation>결제일</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>여신 한도</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>기초 미수</translation>
    </message>
    <message>
        <source>Spec</source>
        <translation>규격</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>정가</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>단가</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Supply amount</source>
        <translation>공급가액</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>세액</translation>
    </message>
    <message>
        <source>Kind of tax</source>
        <translation>과세 구분</translation>
    </message>
    <message>
        <source>Kind of price</source>
        <translation>VAT 별도/포함</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>끝수 처리</translation>
    </message>
    <message>
        <source>Tax computed by</source>
        <translation>세액 계산 단위</translation>
    </message>
    <message>
        <source>Tax typed by hand</source>
        <translation>세액 직접 입력</translation>
    </message>
    <message>
        <source>Where the price comes from</source>
        <translation>단가 근거</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Delivered to</source>
        <translation>받는 곳</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Ordered on</source>
        <translation>주문일</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>납기</translation>
    </message>
    <message>
        <source>Delivered on</source>
        <translation>납품일</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>입금일</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Customer&apos;s order number</source>
        <translation>거래처 주문번호</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>차량</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>기사</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>인수자</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>적용일</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>최소 수량</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>거래 중지</translation>
    </message>
    <message>
        <source>Volume, ml</source>
        <translation>용량 ml</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>구경</translation>
    </message>
    <message>
        <source>Weight, g</source>
        <translation>중량 g</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>재질</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>색상</translation>
    </message>
    <message>
        <source>Master batch</source>
        <translation>마스터배치</translation>
    </message>
    <message>
        <source>Mould</source>
        <translation>금형</translation>
    </message>
    <message>
        <source>Least order</source>
        <translation>최소 주문</translation>
    </message>
    <message>
        <source>Lead time, days</source>
        <translation>생산 기간(일)</translation>
    </message>
    <message>
        <source>Safety stock</source>
        <translation>안전 재고</translation>
    </message>
    <message>
        <source>Per box</source>
        <translation>입수</translation>
    </message>
    <message>
        <source>Boxes a pallet</source>
        <translation>팔레트당 박스</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>직책</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>LOT</translation>
    </message>
    <message>
        <source>Quantity and price</source>
        <translation>수량과 단가</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>결제</translation>
    </message>
    <message>
        <source>Agreed price</source>
        <translation>합의 단가</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>생산일</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>견적</translation>
    </message>
    <message>
        <source>Quoted on</source>
        <translation>견적일</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>유효 기한</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>건명</translation>
    </message>
    <message>
        <source>Terms of delivery</source>
        <translation>납품 조건</translation>
    </message>
    <message>
        <source>Terms of payment</source>
        <translation>결제 조건</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>클레임</translation>
    </message>
    <message>
        <source>Claimed on</source>
        <translation>접수일</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>종결일</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>처리</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>구분</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>상대</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Next action</source>
        <translation>다음 할 일</translation>
    </message>
    <message>
        <source>By</source>
        <translation>기한</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>끝낸 날</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>받은 곳</translation>
    </message>
    <message>
        <source>Text on statements</source>
        <translation>거래명세서 문구</translation>
    </message>
    <message>
        <source>Text on quotations</source>
        <translation>견적서 문구</translation>
    </message>
    <message>
        <source>Text on bills</source>
        <translation>청구서 문구</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>납품</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>약속</translation>
    </message>
    <message>
        <source>Number of the workplace</source>
        <translation>종사업장번호</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>입금 계좌</translation>
    </message>
    <message>
        <source>Opening balance as of</source>
        <translation>기초 미수 기준일</translation>
    </message>
    <message>
        <source>More allowed, %</source>
        <translation>초과 허용 %</translation>
    </message>
    <message>
        <source>Less allowed, %</source>
        <translation>미달 허용 %</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>줄 번호</translation>
    </message>
    <message>
        <source>Line of the order</source>
        <translation>주문 줄 번호</translation>
    </message>
    <message>
        <source>Line of the delivery</source>
        <translation>납품 줄 번호</translation>
    </message>
    <message>
        <source>Takes back</source>
        <translation>취소 대상</translation>
    </message>
    <message>
        <source>Why taken back</source>
        <translation>취소 사유</translation>
    </message>
    <message>
        <source>Moved on</source>
        <translation>입출고일</translation>
    </message>
    <message>
        <source>Number of the note</source>
        <translation>어음번호</translation>
    </message>
    <message>
        <source>Issuer of the note</source>
        <translation>발행인</translation>
    </message>
    <message>
        <source>Bank of the note</source>
        <translation>지급은행</translation>
    </message>
    <message>
        <source>Note issued on</source>
        <translation>어음 발행일</translation>
    </message>
    <message>
        <source>Note due on</source>
        <translation>어음 만기일</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Booked on</source>
        <translation>기표일</translation>
    </message>
    <message>
        <source>Entered at</source>
        <translation>입력 시각</translation>
    </message>
    <message>
        <source>Payment received</source>
        <translation>입금</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>changed</source>
        <translation>고침</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>지움</translation>
    </message>
    <message>
        <source>%1 taken out</source>
        <translation>%1 뺌</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>%1 더함</translation>
    </message>
    <message>
        <source>order taken</source>
        <translation>접수</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>등록</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
</context>
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
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Detail beside the list</source>
        <translation>상세 보기</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Save the list as an Excel file</source>
        <translation>목록을 엑셀 파일로 저장</translation>
    </message>
    <message>
        <source>Dure</source>
        <translation>두레</translation>
    </message>
    <message>
        <source>Like Ecount</source>
        <translation>이카운트처럼</translation>
    </message>
    <message>
        <source>Like Almaengi</source>
        <translation>알맹이처럼</translation>
    </message>
    <message>
        <source>As in the row above; in the list of orders: the order once more</source>
        <translation>위와 같게 (주문 목록에서는 같은 주문 한 번 더)</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>Too many decimals. Four are possible, none for won.</source>
        <translation>소수 자리가 너무 많습니다. 수량과 단가는 넷째 자리까지, 세액은 원까지 적으세요.</translation>
    </message>
    <message>
        <source>Too large. Check the number.</source>
        <translation>너무 큽니다. 숫자를 확인하세요.</translation>
    </message>
    <message>
        <source>Not a number. Type digits.</source>
        <translation>숫자가 아닙니다. 숫자로 적으세요.</translation>
    </message>
    <message>
        <source>Not a date. Type it like 11-23 or 1123.</source>
        <translation>날짜가 아닙니다. 11-23이나 1123처럼 적으세요.</translation>
    </message>
    <message>
        <source>List</source>
        <comment>where a price comes from</comment>
        <translation>정가</translation>
    </message>
    <message>
        <source>Agreed</source>
        <comment>where a price comes from</comment>
        <translation>합의</translation>
    </message>
    <message>
        <source>Last</source>
        <comment>where a price comes from</comment>
        <translation>지난</translation>
    </message>
    <message>
        <source>Typed</source>
        <comment>where a price comes from</comment>
        <translation>직접</translation>
    </message>
    <message>
        <source>Quoted</source>
        <comment>where a price comes from</comment>
        <translation>견적</translation>
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
    <name>Matter</name>
    <message>
        <source>Over-delivery of %1</source>
        <translation>초과 납품 %1</translation>
    </message>
    <message>
        <source>Delivered though cancelled: %1</source>
        <translation>취소한 주문에 납품 %1</translation>
    </message>
    <message>
        <source>Stock %1</source>
        <translation>재고 %1</translation>
    </message>
    <message>
        <source>%1 over the limit</source>
        <translation>한도 초과 %1</translation>
    </message>
    <message>
        <source>Same customer code %1</source>
        <translation>거래처 코드가 같음 %1</translation>
    </message>
    <message>
        <source>Same business number</source>
        <translation>사업자등록번호가 같음</translation>
    </message>
    <message>
        <source>Same product code %1</source>
        <translation>품목 코드가 같음 %1</translation>
    </message>
    <message>
        <source>Same number %1</source>
        <translation>번호가 같음 %1</translation>
    </message>
    <message>
        <source>Not taken: %1</source>
        <translation>받지 않음: %1</translation>
    </message>
    <message>
        <source>Two values</source>
        <translation>값이 서로 다름</translation>
    </message>
    <message>
        <source>Not deleted</source>
        <translation>지우지 않고 남음</translation>
    </message>
    <message>
        <source>Back again</source>
        <translation>지운 것이 돌아옴</translation>
    </message>
    <message>
        <source>none allowed</source>
        <translation>허용 없음</translation>
    </message>
    <message>
        <source>%1 allowed</source>
        <translation>허용 %1</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>한도 %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>외 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Read: %1</source>
        <translation>확인함: %1</translation>
    </message>
    <message>
        <source>Left as it is: %1</source>
        <translation>그대로 둠: %1</translation>
    </message>
    <message>
        <source>Put back: %1</source>
        <translation>되살림: %1</translation>
    </message>
    <message>
        <source>Deleted after all</source>
        <translation>마저 지움</translation>
    </message>
    <message>
        <source>Two PCs changed the same order differently</source>
        <translation>같은 주문을 두 PC에서 다르게 고쳤습니다</translation>
    </message>
    <message>
        <source>Two PCs changed the same customer differently</source>
        <translation>같은 거래처를 두 PC에서 다르게 고쳤습니다</translation>
    </message>
    <message>
        <source>Two PCs changed the same product differently</source>
        <translation>같은 품목을 두 PC에서 다르게 고쳤습니다</translation>
    </message>
    <message>
        <source>Two PCs changed the same thing differently</source>
        <translation>같은 것을 두 PC에서 다르게 고쳤습니다</translation>
    </message>
    <message>
        <source>One PC deleted it, another changed or used it: it is kept</source>
        <translation>한 PC에서 지웠지만 다른 PC에서 고치거나 써서 남았습니다</translation>
    </message>
    <message>
        <source>One PC deleted it, another changed or used it: it is back</source>
        <translation>한 PC에서 지웠지만 다른 PC에서 고치거나 써서 돌아왔습니다</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>확인함</translation>
    </message>
    <message>
        <source>Left as it is</source>
        <translation>그대로 둠</translation>
    </message>
    <message>
        <source>The other value was put back</source>
        <translation>다른 값으로 되살림</translation>
    </message>
    <message>
        <source>Settled twice: claim</source>
        <translation>클레임을 두 번 처리함</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>%1 won</source>
        <comment>sum outside a table</comment>
        <translation>%1원</translation>
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
    <name>Opening</name>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>%1: taken out</source>
        <translation>%1 줄 삭제</translation>
    </message>
    <message>
        <source>%1: new, %2</source>
        <translation>%1 줄 추가, %2</translation>
    </message>
</context>
<context>
    <name>Payments</name>
    <message>
        <source>Transfer</source>
        <translation>계좌이체</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>현금</translation>
    </message>
    <message>
        <source>Cheque</source>
        <translation>수표</translation>
    </message>
    <message>
        <source>Promissory note</source>
        <translation>어음</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>카드</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>상계</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>에누리</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>보유</translation>
    </message>
    <message>
        <source>Discounted</source>
        <translation>할인</translation>
    </message>
    <message>
        <source>Endorsed</source>
        <translation>배서</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>추심 완료</translation>
    </message>
    <message>
        <source>Matured</source>
        <translation>만기</translation>
    </message>
    <message>
        <source>Dishonoured</source>
        <translation>부도</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Dishonour</source>
        <translation>부도</translation>
    </message>
    <message>
        <source>Reversal</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Owner</source>
        <translation>대표</translation>
    </message>
    <message>
        <source>Executive</source>
        <translation>임원</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>사무</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>코디네이터</translation>
    </message>
    <message>
        <source>Association</source>
        <translation>조합</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>운영기관</translation>
    </message>
    <message>
        <source>Does everything and decides about people and devices.</source>
        <translation>모든 일을 하고, 사람과 기기를 정합니다.</translation>
    </message>
    <message>
        <source>Reads everything and changes nothing.</source>
        <translation>모두 보고, 아무것도 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>Writes orders, deliveries, customers and products.</source>
        <translation>주문, 납품, 거래처, 품목을 씁니다.</translation>
    </message>
    <message>
        <source>Reads and brings in lists until the day you choose.</source>
        <translation>정한 날까지 자료를 보고 목록을 들여옵니다.</translation>
    </message>
    <message>
        <source>The cloud does not answer.</source>
        <translation>클라우드가 답하지 않습니다.</translation>
    </message>
    <message>
        <source>Try again once there is a connection.</source>
        <translation>연결되면 다시 하세요.</translation>
    </message>
    <message>
        <source>The new password is too short.</source>
        <translation>새 비밀번호가 짧습니다.</translation>
    </message>
    <message>
        <source>Take 8 characters or more.</source>
        <translation>8자 이상으로 넣으세요.</translation>
    </message>
    <message>
        <source>The password is not right.</source>
        <translation>비밀번호가 맞지 않습니다.</translation>
    </message>
    <message>
        <source>Check the input language and Caps Lock.</source>
        <translation>한/영과 Caps Lock을 확인하세요.</translation>
    </message>
    <message>
        <source>The code is not right.</source>
        <translation>코드가 맞지 않습니다.</translation>
    </message>
    <message>
        <source>Type the six digits that the telephone shows now, or a recovery code.</source>
        <translation>휴대전화에 지금 보이는 여섯 자리나 복구 코드를 넣으세요.</translation>
    </message>
    <message>
        <source>The code is not right or is over.</source>
        <translation>코드가 맞지 않거나 기한이 지났습니다.</translation>
    </message>
    <message>
        <source>Compare it letter by letter, or ask for a new one.</source>
        <translation>한 글자씩 견주어 보거나 새 코드를 부탁하세요.</translation>
    </message>
    <message>
        <source>This is the only owner.</source>
        <translation>대표가 한 사람뿐입니다.</translation>
    </message>
    <message>
        <source>Make somebody else an owner first.</source>
        <translation>먼저 다른 사람을 대표로 정하세요.</translation>
    </message>
    <message>
        <source>Somebody has decided this meanwhile.</source>
        <translation>그사이에 다른 사람이 정했습니다.</translation>
    </message>
    <message>
        <source>The list shows how it is now.</source>
        <translation>목록이 지금 상태를 보여 줍니다.</translation>
    </message>
    <message>
        <source>This is gone meanwhile.</source>
        <translation>그사이에 없어졌습니다.</translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation>이 역할로는 할 수 없습니다.</translation>
    </message>
    <message>
        <source>Ask the owner of the company.</source>
        <translation>회사 대표에게 물어보세요.</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>로그아웃되었습니다.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>다시 로그인하세요.</translation>
    </message>
    <message>
        <source>The cloud cannot use what was typed.</source>
        <translation>적은 내용을 클라우드가 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Check the e-mail and the day.</source>
        <translation>이메일과 날짜를 확인하세요.</translation>
    </message>
    <message>
        <source>Too many attempts.</source>
        <translation>시도가 너무 많습니다.</translation>
    </message>
    <message>
        <source>Wait a minute and try again.</source>
        <translation>1분 뒤에 다시 하세요.</translation>
    </message>
    <message>
        <source>The cloud cannot do this now.</source>
        <translation>클라우드가 지금은 하지 못합니다.</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>몇 분 뒤에 다시 하세요.</translation>
    </message>
</context>
<context>
    <name>Quantities</name>
    <message>
        <source>Too many decimals. Four are possible.</source>
        <translation>소수점 아래가 너무 깁니다. 네 자리까지 됩니다.</translation>
    </message>
    <message>
        <source>Too large. Check the number.</source>
        <translation>너무 큽니다. 숫자를 확인하세요.</translation>
    </message>
    <message>
        <source>“%1” is no unit known here. Type pieces, boxes, pallets, m or yd.</source>
        <translation>모르는 단위입니다: ‘%1’. 낱개, 박스, 팔레트, m, yd로 적으세요.</translation>
    </message>
    <message>
        <source>How many go into a box is not written down. Type pieces.</source>
        <translation>이 품목은 입수가 적혀 있지 않습니다. 낱개로 적으세요.</translation>
    </message>
    <message>
        <source>Choose the product first, or type pieces.</source>
        <translation>품목을 먼저 고르거나 낱개로 적으세요.</translation>
    </message>
    <message>
        <source>How many boxes go on a pallet is not written down. Type boxes or pieces.</source>
        <translation>팔레트당 박스 수가 적혀 있지 않습니다. 박스나 낱개로 적으세요.</translation>
    </message>
    <message>
        <source>This product is not counted in “%1”. Type its own unit.</source>
        <translation>이 품목의 단위가 아닙니다: ‘%1’. 품목의 단위로 적으세요.</translation>
    </message>
    <message>
        <source>Not a quantity. Type it as 1200, 10box or 2plt.</source>
        <translation>수량이 아닙니다. 1200, 10박스, 2팔레트처럼 적으세요.</translation>
    </message>
    <message>
        <source>%1 pallets</source>
        <translation>%1팔레트</translation>
    </message>
    <message>
        <source>%1 boxes</source>
        <translation>%1박스</translation>
    </message>
    <message>
        <source>%1, rounded at the fourth decimal</source>
        <translation>%1, 소수점 아래 넷째 자리에서 반올림</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Your role may not do this. Ask the owner for the right, then do it again.</source>
        <translation>이 일을 할 권한이 없습니다. 대표에게 권한을 받은 뒤 다시 하세요.</translation>
    </message>
    <message>
        <source>What is recorded is not changed. Take it back and record it anew.</source>
        <translation>기록한 것은 고치지 않습니다. 취소하고 새로 기록하세요.</translation>
    </message>
    <message>
        <source>What it changes does not exist in the cloud. Make it anew.</source>
        <translation>고치려는 것이 클라우드에 없습니다. 새로 만드세요.</translation>
    </message>
    <message>
        <source>It exists in the cloud with other content. Look at it there.</source>
        <translation>클라우드에 내용이 다른 같은 것이 있습니다. 열어서 확인하세요.</translation>
    </message>
    <message>
        <source>It is too large for one step. Split it in two.</source>
        <translation>한 번에 보내기에 너무 큽니다. 둘로 나누세요.</translation>
    </message>
    <message>
        <source>A value is missing or cannot be stored. Correct it and save again.</source>
        <translation>빠졌거나 저장할 수 없는 값이 있습니다. 고치고 다시 저장하세요.</translation>
    </message>
    <message>
        <source>The cloud does not understand this version of Dure. Install the newest one.</source>
        <translation>클라우드가 이 버전의 두레를 알지 못합니다. 새 버전을 설치하세요.</translation>
    </message>
    <message>
        <source>The cloud refused it. Do it again, or ask your coordinator.</source>
        <translation>클라우드가 받지 않았습니다. 다시 하거나 IT코디네이터에게 물어보세요.</translation>
    </message>
    <message>
        <source>today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>open</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>보류</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>taxed</source>
        <translation>과세</translation>
    </message>
    <message>
        <source>zero-rated</source>
        <translation>영세율</translation>
    </message>
    <message>
        <source>exempt</source>
        <translation>면세</translation>
    </message>
    <message>
        <source>tax on top</source>
        <translation>세액 별도</translation>
    </message>
    <message>
        <source>tax included</source>
        <translation>세액 포함</translation>
    </message>
    <message>
        <source>no right to do it</source>
        <translation>권한 없음</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>이미 없음</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>너무 큼</translation>
    </message>
    <message>
        <source>a value is not right</source>
        <translation>값이 맞지 않음</translation>
    </message>
    <message>
        <source>see why</source>
        <translation>까닭 보기</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>견적 중</translation>
    </message>
    <message>
        <source>ordered</source>
        <translation>수주</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>실주</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>교환</translation>
    </message>
    <message>
        <source>credited</source>
        <translation>금액 조정</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>반품</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>인정하지 않음</translation>
    </message>
</context>
<context>
    <name>Relations</name>
    <message>
        <source>Delivery taken back</source>
        <translation>납품 취소</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>수리</translation>
    </message>
    <message>
        <source>Replacement</source>
        <translation>교환품</translation>
    </message>
    <message>
        <source>Goods back</source>
        <translation>반품</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>차감</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>납품</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>현금</translation>
    </message>
    <message>
        <source>cheque</source>
        <translation>수표</translation>
    </message>
    <message>
        <source>note</source>
        <translation>어음</translation>
    </message>
    <message>
        <source>card</source>
        <translation>카드</translation>
    </message>
    <message>
        <source>offset</source>
        <translation>상계</translation>
    </message>
    <message>
        <source>discount</source>
        <translation>에누리</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>이체</translation>
    </message>
    <message>
        <source>defect</source>
        <translation>불량</translation>
    </message>
    <message>
        <source>too few</source>
        <translation>수량 부족</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>파손</translation>
    </message>
    <message>
        <source>wrong goods</source>
        <translation>오납</translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>more lines</comment>
        <translation>외 %1</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>방문</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>메일</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>입금 약속</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>클레임</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Payment taken back</source>
        <translation>입금 취소</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>입금</translation>
    </message>
    <message>
        <source>money promised</source>
        <translation>입금 약속</translation>
    </message>
</context>
<context>
    <name>RowNotes</name>
    <message>
        <source>Another PC emptied it.</source>
        <translation>다른 PC에서 비웠습니다.</translation>
    </message>
    <message>
        <source>Another PC stored: %1</source>
        <translation>다른 PC에서 저장한 값: %1</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>owes %1</source>
        <translation>미수 %1</translation>
    </message>
    <message>
        <source>%1 in stock</source>
        <translation>재고 %1</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>납품</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>주문</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Run out</source>
        <comment>a quotation whose day is past</comment>
        <translation>기한 지남</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>견적 중</translation>
    </message>
    <message>
        <source>Ordered</source>
        <comment>a quotation</comment>
        <translation>수주</translation>
    </message>
    <message>
        <source>Lost</source>
        <comment>a quotation</comment>
        <translation>실주</translation>
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
    <name>Stock</name>
    <message>
        <source>Opening stock</source>
        <translation>기초 재고</translation>
    </message>
    <message>
        <source>Production receipt</source>
        <translation>생산 입고</translation>
    </message>
    <message>
        <source>Purchase receipt</source>
        <translation>매입 입고</translation>
    </message>
    <message>
        <source>Delivery</source>
        <comment>kind of a movement of stock</comment>
        <translation>납품 출고</translation>
    </message>
    <message>
        <source>Return</source>
        <comment>kind of a movement of stock</comment>
        <translation>반품 입고</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>실사 조정</translation>
    </message>
    <message>
        <source>Scrap</source>
        <translation>폐기</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>kind of a movement of stock</comment>
        <translation>기타</translation>
    </message>
    <message>
        <source>%1 taken back</source>
        <translation>%1 거둠</translation>
    </message>
    <message>
        <source>lot %1</source>
        <translation>LOT %1</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>거둔 것</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>Company</source>
        <translation>우리 회사</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>담당자</translation>
    </message>
    <message>
        <source>Delivery site</source>
        <translation>받는 곳</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Agreed price</source>
        <translation>합의 단가</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Order line</source>
        <translation>주문 품목</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>납품</translation>
    </message>
    <message>
        <source>Delivery line</source>
        <translation>납품 품목</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>입금</translation>
    </message>
    <message>
        <source>Stock movement</source>
        <translation>재고 이동</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>견적</translation>
    </message>
    <message>
        <source>Quotation line</source>
        <translation>견적 줄</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>클레임</translation>
    </message>
    <message>
        <source>What a payment is for</source>
        <translation>입금 배분</translation>
    </message>
    <message>
        <source>Promissory note</source>
        <translation>어음</translation>
    </message>
    <message>
        <source>Note on a customer</source>
        <translation>거래처 기록</translation>
    </message>
</context>
<context>
    <name>TaxExample</name>
    <message>
        <source>Fractions of a won are dropped</source>
        <translation>1원 미만을 버립니다</translation>
    </message>
    <message>
        <source>Fractions of a won are raised to a whole one</source>
        <translation>1원 미만을 1원으로 올립니다</translation>
    </message>
    <message>
        <source>Half a won and more is raised, less is dropped</source>
        <translation>0.5원부터 올리고 그 밑은 버립니다</translation>
    </message>
    <message>
        <source>Tax is 0 won, and a tax invoice is issued at the rate of 0%.</source>
        <translation>세액은 0원이고, 영세율 세금계산서를 냅니다.</translation>
    </message>
    <message>
        <source>There is no tax, and an invoice without tax is issued.</source>
        <translation>세액이 없고, 면세 계산서를 냅니다.</translation>
    </message>
    <message>
        <source>%1, on each line.</source>
        <translation>줄마다 %1.</translation>
    </message>
    <message>
        <source>%1, once on the sum of the document.</source>
        <translation>문서 합계에서 한 번만 %1.</translation>
    </message>
    <message>
        <source>Prices hold the VAT; of each sum an eleventh is tax, its fraction always dropped.</source>
        <translation>단가에 부가세가 들어 있어, 금액의 11분의 1이 세액이고 1원 미만은 늘 버립니다.</translation>
    </message>
    <message>
        <source>Example: three lines of %1 won have %2 won of tax, together %3, so %4 is asked for.</source>
        <translation>예: %1원 세 줄이면 세액은 %2, 합쳐서 %3이고 모두 %4을 받습니다.</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>VAT zero-rated</source>
        <translation>영세율</translation>
    </message>
    <message>
        <source>VAT exempt</source>
        <translation>면세</translation>
    </message>
    <message>
        <source>VAT on top, 10%</source>
        <translation>과세, VAT 별도</translation>
    </message>
    <message>
        <source>VAT included</source>
        <translation>과세, VAT 포함</translation>
    </message>
    <message>
        <source>month end</source>
        <translation>말일</translation>
    </message>
    <message>
        <source>day %1</source>
        <comment>of a month</comment>
        <translation>%1일</translation>
    </message>
    <message>
        <source>closed %1, paid %2 of that month</source>
        <translation>%1 마감, 당월 %2</translation>
    </message>
    <message>
        <source>closed %1, paid %2 of the next month</source>
        <translation>%1 마감, 익월 %2</translation>
    </message>
    <message>
        <source>closed %1, paid %2 after %3 months</source>
        <translation>%1 마감, %3개월 뒤 %2</translation>
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
    <name>dure::app::AccountPage</name>
    <message>
        <source>The account is kept by the cloud, and there is no connection now.</source>
        <translation>계정은 클라우드에 있고, 지금은 연결이 없습니다.</translation>
    </message>
    <message>
        <source>Everything else works without it. Try again once there is a connection.</source>
        <translation>다른 일은 모두 그대로 됩니다. 연결되면 다시 하세요.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message numerus="yes">
        <source>%n characters or more; longer is better.</source>
        <translation>
            <numerusform>%n자 이상. 길수록 좋습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The password until now</source>
        <translation>지금 비밀번호</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>새 비밀번호</translation>
    </message>
    <message>
        <source>The new one again</source>
        <translation>새 비밀번호 한 번 더</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>비밀번호 바꾸기</translation>
    </message>
    <message numerus="yes">
        <source>Too short: take %n characters or more.</source>
        <translation>
            <numerusform>짧습니다. %n자 이상으로 넣으세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not the same as the one beside it.</source>
        <translation>옆 칸과 다릅니다.</translation>
    </message>
    <message>
        <source>The password was changed. Your other devices sign in again with it.</source>
        <translation>비밀번호를 바꾸었습니다. 다른 기기는 새 비밀번호로 다시 로그인합니다.</translation>
    </message>
    <message>
        <source>My account</source>
        <translation>내 계정</translation>
    </message>
</context>
<context>
    <name>dure::app::ActivitySheet</name>
    <message>
        <source>What it is</source>
        <translation>구분</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>상대</translation>
    </message>
    <message>
        <source>Promised amount</source>
        <translation>약속 금액</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>다음 할 일</translation>
    </message>
    <message>
        <source>When</source>
        <translation>언제</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>새 기록</translation>
    </message>
    <message>
        <source>Change the record</source>
        <translation>기록 고치기</translation>
    </message>
</context>
<context>
    <name>dure::app::AgeingBar</name>
    <message>
        <source>within 30 days</source>
        <translation>30일 이내</translation>
    </message>
    <message>
        <source>31–60 days</source>
        <translation>31~60일</translation>
    </message>
    <message>
        <source>61–90 days</source>
        <translation>61~90일</translation>
    </message>
    <message>
        <source>over 90 days</source>
        <translation>90일 초과</translation>
    </message>
    <message>
        <source>Age of what is owed</source>
        <translation>미수금 경과 기간</translation>
    </message>
</context>
<context>
    <name>dure::app::AllocationGrid</name>
    <message>
        <source>Deliveries that are not paid</source>
        <translation>아직 받지 못한 납품</translation>
    </message>
</context>
<context>
    <name>dure::app::AllocationModel</name>
    <message>
        <source>Too large for an amount. Correct it.</source>
        <translation>금액이 너무 큽니다. 고치세요.</translation>
    </message>
    <message>
        <source>Not an amount. Type digits.</source>
        <translation>금액이 아닙니다. 숫자로 쓰세요.</translation>
    </message>
    <message>
        <source>Less than 0. Correct it.</source>
        <translation>0보다 작습니다. 고치세요.</translation>
    </message>
    <message>
        <source>More than what is open. At most %1.</source>
        <translation>남은 금액보다 많습니다. %1까지 됩니다.</translation>
    </message>
    <message>
        <source>owed at the beginning</source>
        <translation>기초 미수</translation>
    </message>
    <message>
        <source>Delivered on</source>
        <translation>납품일</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>납품</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>남은 금액</translation>
    </message>
    <message>
        <source>Of this payment</source>
        <translation>이번 배분</translation>
    </message>
</context>
<context>
    <name>dure::app::AttentionModel</name>
    <message>
        <source>Decided lately</source>
        <translation>최근에 끝난 것</translation>
    </message>
</context>
<context>
    <name>dure::app::AttentionPage</name>
    <message>
        <source>To do</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>끝낸 일</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>확인 필요</translation>
    </message>
    <message>
        <source>The same on every PC</source>
        <translation>모든 PC에 같이 보입니다</translation>
    </message>
    <message>
        <source>Take the last choice back</source>
        <translation>방금 고른 것 되돌리기</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>왼쪽</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>오른쪽</translation>
    </message>
    <message>
        <source>Another field</source>
        <translation>다른 칸</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>그만두기</translation>
    </message>
    <message>
        <source>Field by field</source>
        <translation>칸마다 고르기</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>%1 열기</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Left as it is: %1.</source>
        <translation>그대로 두었습니다. %1</translation>
    </message>
    <message>
        <source>Deleted after all: %1.</source>
        <translation>지웠습니다. %1</translation>
    </message>
    <message>
        <source>Put back: %1.</source>
        <translation>되살렸습니다. %1</translation>
    </message>
    <message>
        <source>Put away as read.</source>
        <translation>확인했습니다.</translation>
    </message>
    <message>
        <source>It is to be read again.</source>
        <translation>다시 할 것에 두었습니다.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>The editor holds another order that is not saved.</source>
        <translation>저장하지 않은 다른 주문이 편집 화면에 있습니다.</translation>
    </message>
    <message>
        <source>Save or drop that one first.</source>
        <translation>먼저 저장하거나 버리세요.</translation>
    </message>
    <message>
        <source>On this PC alone</source>
        <translation>이 PC에만 있습니다</translation>
    </message>
</context>
<context>
    <name>dure::app::BackupDesk</name>
    <message>
        <source>The backup&apos;s disk is full.</source>
        <translation>백업할 디스크가 가득 찼습니다.</translation>
    </message>
    <message>
        <source>Free some space there or choose another folder.</source>
        <translation>디스크를 비우거나 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>The copy is damaged.</source>
        <translation>백업 파일이 손상되었습니다.</translation>
    </message>
    <message>
        <source>Choose another backup or another disk: %1</source>
        <translation>다른 백업이나 다른 디스크를 고르세요: %1</translation>
    </message>
    <message>
        <source>The backup could not be made.</source>
        <translation>백업하지 못했습니다.</translation>
    </message>
    <message>
        <source>See whether the folder is there and can be written: %1</source>
        <translation>폴더가 있고 쓸 수 있는지 보세요: %1</translation>
    </message>
    <message numerus="yes">
        <source>No backup for %n day(s).</source>
        <translation>
            <numerusform>%n일째 백업이 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the folder again.</source>
        <translation>폴더를 다시 고르세요.</translation>
    </message>
    <message>
        <source>No backup yet.</source>
        <translation>아직 백업이 없습니다.</translation>
    </message>
    <message>
        <source>Backed up at %1.</source>
        <translation>%1에 백업했습니다.</translation>
    </message>
    <message>
        <source>Last backup: %1.</source>
        <translation>마지막 백업: %1</translation>
    </message>
    <message>
        <source>Backups cannot go there.</source>
        <translation>그 폴더에는 백업할 수 없습니다.</translation>
    </message>
    <message>
        <source>Choose a folder that can be written, outside of the data: %1</source>
        <translation>쓸 수 있고 자료 폴더 밖에 있는 폴더를 고르세요: %1</translation>
    </message>
    <message>
        <source>This backup was made by a newer version of Dure.</source>
        <translation>더 새로운 두레에서 만든 백업입니다.</translation>
    </message>
    <message>
        <source>Update Dure on this PC, then try again.</source>
        <translation>이 PC의 두레를 업데이트한 뒤 다시 하세요.</translation>
    </message>
    <message>
        <source>This backup is another company&apos;s.</source>
        <translation>다른 회사의 백업입니다.</translation>
    </message>
    <message>
        <source>Choose one of this company.</source>
        <translation>이 회사의 백업을 고르세요.</translation>
    </message>
</context>
<context>
    <name>dure::app::BackupModel</name>
    <message>
        <source>Made</source>
        <translation>만든 때</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Kept aside before a restore</source>
        <translation>되돌리기 전 파일</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>백업</translation>
    </message>
</context>
<context>
    <name>dure::app::BackupPage</name>
    <message>
        <source>Backups</source>
        <translation>백업</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>폴더…</translation>
    </message>
    <message>
        <source>Choose the backups&apos; folder</source>
        <translation>백업 폴더 고르기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>지금 백업</translation>
    </message>
    <message>
        <source>Preparing the restore: %1 %</source>
        <translation>복구 준비 중: %1 %</translation>
    </message>
    <message>
        <source>Being backed up: %1 %</source>
        <translation>백업 중: %1 %</translation>
    </message>
    <message>
        <source>Backups of this company</source>
        <translation>이 회사의 백업</translation>
    </message>
    <message>
        <source>The first backup is made as soon as nobody saves for a minute.</source>
        <translation>1분 동안 저장이 없으면 첫 백업을 만듭니다.</translation>
    </message>
    <message>
        <source>Where backups go</source>
        <translation>백업할 폴더</translation>
    </message>
    <message>
        <source>The company goes back to %1.</source>
        <translation>%1 백업으로 복구합니다.</translation>
    </message>
    <message>
        <source>The present file is kept aside and stands in this list; the window opens anew.</source>
        <translation>지금 파일은 따로 보관되어 이 목록에 남고, 창이 새로 열립니다.</translation>
    </message>
    <message>
        <source>Go back to it</source>
        <translation>이 백업으로 복구</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>그대로 두기</translation>
    </message>
</context>
<context>
    <name>dure::app::BackupPane</name>
    <message>
        <source>Restore…</source>
        <translation>백업으로 복구…</translation>
    </message>
    <message>
        <source>In the backup</source>
        <translation>백업</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>납품</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>입금</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>마지막 주문</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>보내지 않은 작업</translation>
    </message>
    <message>
        <source>The present file is kept aside.</source>
        <translation>지금 파일은 따로 보관합니다.</translation>
    </message>
    <message>
        <source>What it has and the backup has not stays in it.</source>
        <translation>백업에 없는 내용은 그 파일에 남습니다.</translation>
    </message>
    <message>
        <source>Being read and checked …</source>
        <translation>읽고 확인하는 중 …</translation>
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
    <name>dure::app::CallOffGrid</name>
    <message>
        <source>Parts of the line</source>
        <translation>나눈 납기</translation>
    </message>
</context>
<context>
    <name>dure::app::CallOffModel</name>
    <message>
        <source>Not a date. Type it like 11-23 or 1123.</source>
        <translation>날짜가 아닙니다. 11-23이나 1123처럼 적으세요.</translation>
    </message>
    <message>
        <source>The date is missing. Type it like 11-23 or 1123.</source>
        <translation>날짜가 비어 있습니다. 11-23 또는 1123처럼 넣으세요.</translation>
    </message>
    <message>
        <source>The quantity is missing.</source>
        <translation>수량이 비어 있습니다. 숫자를 넣으세요.</translation>
    </message>
    <message>
        <source>More than is left. At most %1.</source>
        <translation>남은 수량보다 많습니다. %1까지 넣을 수 있습니다.</translation>
    </message>
    <message>
        <source>Nothing is left for this part. Take it out or lower the others.</source>
        <translation>이 회차에 남은 수량이 없습니다. 줄을 빼거나 다른 수량을 줄이세요.</translation>
    </message>
    <message>
        <source>before it was ordered</source>
        <translation>주문일보다 앞</translation>
    </message>
    <message>
        <source>in the past</source>
        <translation>지난 날짜</translation>
    </message>
    <message>
        <source>weekend</source>
        <translation>주말</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>납기</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>Type more than 0.</source>
        <translation>0보다 큰 수를 넣으세요.</translation>
    </message>
</context>
<context>
    <name>dure::app::CallOffSheet</name>
    <message>
        <source>Parts</source>
        <translation>나눌 횟수</translation>
    </message>
    <message>
        <source>Every … days</source>
        <translation>간격(일)</translation>
    </message>
    <message>
        <source>The first on</source>
        <translation>첫 납기</translation>
    </message>
    <message>
        <source>Due dates and quantities</source>
        <translation>납기와 수량</translation>
    </message>
    <message>
        <source>Split the line</source>
        <translation>납기 나누기</translation>
    </message>
    <message>
        <source>Split by due date: %1, %2</source>
        <translation>납기 나누기: %1, %2</translation>
    </message>
    <message>
        <source>Split by due date: %1, %2 of %3 not delivered yet</source>
        <translation>납기 나누기: %1, %3 중 납품하지 않은 %2</translation>
    </message>
    <message>
        <source>From 1 to %1.</source>
        <translation>1부터 %1까지 넣으세요.</translation>
    </message>
    <message>
        <source>Not a date. Type it like 11-23 or 1123.</source>
        <translation>날짜가 아닙니다. 11-23이나 1123처럼 적으세요.</translation>
    </message>
    <message>
        <source>The last part would be due too far ahead.</source>
        <translation>마지막 납기가 너무 멉니다. 횟수나 간격을 줄이세요.</translation>
    </message>
    <message>
        <source>%1 are to be spread. Type how many parts, or dates and quantities.</source>
        <translation>나눌 수량은 %1입니다. 횟수를 넣거나 날짜와 수량을 적으세요.</translation>
    </message>
    <message>
        <source>%1 more than there is to spread.</source>
        <translation>나눌 수량보다 %1 많습니다. 줄이세요.</translation>
    </message>
    <message>
        <source>All of it is spread.</source>
        <translation>모두 나누었습니다.</translation>
    </message>
    <message>
        <source>%1 still to be spread; what is left stays with the line, without a date.</source>
        <translation>%1 남았습니다. 나누지 않은 수량은 납기 없이 그 줄에 남습니다.</translation>
    </message>
    <message>
        <source>%1 still to be spread; what is left stays with the line, due on %2.</source>
        <translation>%1 남았습니다. 나누지 않은 수량은 납기 %2 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Type how many parts.</source>
        <translation>나눌 횟수를 넣으세요.</translation>
    </message>
</context>
<context>
    <name>dure::app::ClaimDetailPane</name>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>처리하기</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>처리 내역</translation>
    </message>
    <message>
        <source>On</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>LOT</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>생산일</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Next: decide</source>
        <translation>다음: 처리 결정</translation>
    </message>
    <message>
        <source>Goods back, goods for them, or an amount off.</source>
        <translation>반품, 교환, 금액 차감 중에서 고릅니다.</translation>
    </message>
    <message>
        <source>claimed %1</source>
        <translation>%1 접수</translation>
    </message>
    <message>
        <source>Delivery %1</source>
        <translation>납품 %1</translation>
    </message>
    <message>
        <source>%1 on %2.</source>
        <translation>%2 %1 처리했습니다.</translation>
    </message>
</context>
<context>
    <name>dure::app::ClaimEditorPage</name>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>클레임</translation>
    </message>
    <message>
        <source>Claimed on</source>
        <translation>접수일</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>구분</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>The delivered line fills in the product, its lot and its day of production.</source>
        <translation>납품한 줄을 고르면 품목, LOT, 생산일이 채워집니다.</translation>
    </message>
    <message>
        <source>What was delivered</source>
        <translation>납품한 품목</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Quantity complained of</source>
        <translation>클레임 수량</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>LOT</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>생산일</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Choose a customer.</source>
        <translation>거래처를 고르세요.</translation>
    </message>
    <message>
        <source>Choose the customer first</source>
        <translation>거래처를 먼저 고르세요</translation>
    </message>
    <message>
        <source>Not known which</source>
        <translation>어느 납품인지 모름</translation>
    </message>
    <message>
        <source>New claim</source>
        <translation>새 클레임</translation>
    </message>
</context>
<context>
    <name>dure::app::ClaimListModel</name>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Claimed on</source>
        <translation>접수일</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>구분</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>LOT</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>종결일</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>번호</translation>
    </message>
</context>
<context>
    <name>dure::app::ClaimListPage</name>
    <message>
        <source>Open</source>
        <translation>접수</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>처리됨</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>No claim fits.</source>
        <translation>맞는 클레임이 없습니다.</translation>
    </message>
    <message>
        <source>New claim</source>
        <translation>새 클레임</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s)</source>
        <translation>
            <numerusform>%n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <comment>the claim, in the editor</comment>
        <translation>접수</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>처리하기</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>다시 열기</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>거래처 보기</translation>
    </message>
    <message>
        <source>History</source>
        <translation>변경 기록</translation>
    </message>
    <message>
        <source>Photographs and files</source>
        <translation>사진과 파일</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>There are no claims</source>
        <translation>클레임이 없습니다</translation>
    </message>
    <message>
        <source>What customers complain of stands here, and what was done.</source>
        <translation>거래처의 불만과 처리 내역이 여기에 남습니다.</translation>
    </message>
    <message>
        <source>Write down a claim</source>
        <translation>클레임 접수</translation>
    </message>
    <message>
        <source>about a minute</source>
        <translation>1분쯤</translation>
    </message>
    <message>
        <source>Choose the customer and the delivery: product, lot and day of production are filled in.</source>
        <translation>거래처와 납품을 고르면 품목, LOT, 생산일이 채워집니다.</translation>
    </message>
    <message>
        <source>Claim %1 is open again.</source>
        <translation>클레임 %1을(를) 다시 열었습니다.</translation>
    </message>
    <message>
        <source>Claim %1 was deleted.</source>
        <translation>클레임 %1을(를) 지웠습니다.</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>클레임</translation>
    </message>
</context>
<context>
    <name>dure::app::ClaimPlaces</name>
    <message>
        <source>What you typed is kept on this PC.</source>
        <translation>적던 내용은 이 PC에 남아 있습니다.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>이어서 쓰기</translation>
    </message>
    <message>
        <source>The claim of %1 was saved.</source>
        <translation>%1의 클레임을 저장했습니다.</translation>
    </message>
    <message>
        <source>Claim %1 was settled.</source>
        <translation>클레임 %1을(를) 처리했습니다.</translation>
    </message>
</context>
<context>
    <name>dure::app::ClaimSettlementPage</name>
    <message>
        <source>Settled on</source>
        <translation>처리일</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>돌려받는 수량</translation>
    </message>
    <message>
        <source>Goes out for it</source>
        <translation>다시 보내는 수량</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>클레임</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>처리</translation>
    </message>
    <message>
        <source>Replace: other goods for them</source>
        <translation>교환: 다른 물건을 보냄</translation>
    </message>
    <message>
        <source>Take back: the goods and what they cost</source>
        <translation>반품: 물건과 금액을 되돌림</translation>
    </message>
    <message>
        <source>Credit: take an amount off</source>
        <translation>차감: 금액만 빼 줌</translation>
    </message>
    <message>
        <source>Not accepted: nothing</source>
        <translation>불인정: 처리 없음</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>처리 방법</translation>
    </message>
    <message>
        <source>Recorded are a return and a replacement, both for 0 won. The stock follows.</source>
        <translation>반품과 교환품이 0원으로 기록되고, 재고도 따라갑니다.</translation>
    </message>
    <message>
        <source>Recorded is a return at the price of sale: the customer owes that much less.</source>
        <translation>판 값으로 반품이 기록되고, 미수금이 그만큼 줄어듭니다.</translation>
    </message>
    <message>
        <source>Nothing is recorded but the decision.</source>
        <translation>결정만 남고 다른 기록은 없습니다.</translation>
    </message>
    <message>
        <source>It is empty. Type it.</source>
        <translation>비어 있습니다. 적어 주세요.</translation>
    </message>
    <message>
        <source>This is not a number that can stand here.</source>
        <translation>여기에 쓸 수 없는 숫자입니다.</translation>
    </message>
    <message>
        <source>It must not be below 0.</source>
        <translation>0보다 작을 수 없습니다.</translation>
    </message>
    <message>
        <source>The day is empty. Fill it in.</source>
        <translation>날짜가 비어 있습니다. 적어 주세요.</translation>
    </message>
    <message>
        <source>Settle the claim</source>
        <translation>클레임 처리</translation>
    </message>
    <message>
        <source>Taken off, VAT included (won)</source>
        <translation>깎아 주는 금액 (부가세 포함, 원)</translation>
    </message>
    <message>
        <source>Settled before: %1</source>
        <translation>이미 처리한 것: %1</translation>
    </message>
    <message>
        <source>Recorded is a credit: the customer owes exactly that much less. No goods move.</source>
        <translation>감액으로 기록됩니다. 미수금이 꼭 그만큼 줄고, 재고는 그대로입니다.</translation>
    </message>
    <message>
        <source>It was settled meanwhile: %1.</source>
        <translation>그사이 처리되었습니다: %1.</translation>
    </message>
    <message>
        <source>Close this page. In the list the claim can be opened again.</source>
        <translation>이 화면을 닫으세요. 목록에서 클레임을 다시 열 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>dure::app::CodeSheet</name>
    <message>
        <source>Told or written down</source>
        <translation>전했습니다</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>코드 복사</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사했습니다</translation>
    </message>
</context>
<context>
    <name>dure::app::CompanyExport</name>
    <message>
        <source>Whole company %1.xlsx</source>
        <translation>회사 전체 %1.xlsx</translation>
    </message>
    <message>
        <source>Save the whole company</source>
        <translation>회사 전체 저장</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>엑셀 (*.xlsx)</translation>
    </message>
    <message>
        <source>Writing %1: %2 rows.</source>
        <translation>%1 파일을 쓰고 있습니다: %2줄.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈춤</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were written: %1</source>
        <translation>
            <numerusform>%n줄을 저장했습니다: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>열기</translation>
    </message>
</context>
<context>
    <name>dure::app::CompanyProfilePage</name>
    <message>
        <source>Company</source>
        <translation>회사</translation>
    </message>
    <message>
        <source>As it stands on the registration.</source>
        <translation>사업자등록증에 있는 대로 적으세요.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>상호</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>성명</translation>
    </message>
    <message>
        <source>Business number</source>
        <translation>사업자등록번호</translation>
    </message>
    <message>
        <source>Branch number</source>
        <translation>종사업장번호</translation>
    </message>
    <message>
        <source>Line of business</source>
        <translation>업태</translation>
    </message>
    <message>
        <source>Business item</source>
        <translation>종목</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>우편번호</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>팩스</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>입금 계좌</translation>
    </message>
    <message>
        <source>Our company</source>
        <translation>우리 회사</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>직인</translation>
    </message>
    <message>
        <source>PNG or JPEG. It is printed beside the representative&apos;s name; white paper becomes transparent.</source>
        <translation>PNG 또는 JPEG. 거래명세서의 대표자 이름 옆에 찍히며, 흰 바탕은 투명해집니다.</translation>
    </message>
    <message>
        <source>It was not saved.</source>
        <translation>저장하지 않았습니다.</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>로고</translation>
    </message>
    <message>
        <source>The image could not be taken. Correct what is marked.</source>
        <translation>그림을 받지 못했습니다. 표시한 곳을 고치세요.</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>서식</translation>
    </message>
    <message>
        <source>Printed on statements, quotations and bills.</source>
        <translation>거래명세서, 견적서, 청구서에 인쇄합니다.</translation>
    </message>
    <message>
        <source>Line on all statements</source>
        <translation>거래명세서 문구</translation>
    </message>
    <message>
        <source>Line on all quotations</source>
        <translation>견적서 문구</translation>
    </message>
    <message>
        <source>Line on all bills</source>
        <translation>청구서 문구</translation>
    </message>
    <message>
        <source>It is printed above your company&apos;s name.</source>
        <translation>회사 이름 위에 인쇄합니다.</translation>
    </message>
</context>
<context>
    <name>dure::app::CompanyWindow</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>On this PC only</source>
        <translation>이 PC만 사용</translation>
    </message>
    <message>
        <source>People and devices</source>
        <translation>사람과 기기</translation>
    </message>
    <message>
        <source>My account</source>
        <translation>내 계정</translation>
    </message>
    <message>
        <source>People and devices are kept by the cloud.</source>
        <translation>사람과 기기는 클라우드에 있습니다.</translation>
    </message>
    <message>
        <source>Sign in to see and change them.</source>
        <translation>보고 바꾸려면 로그인하세요.</translation>
    </message>
    <message>
        <source>The account is kept by the cloud.</source>
        <translation>계정은 클라우드에 있습니다.</translation>
    </message>
    <message>
        <source>Sign in to change it.</source>
        <translation>바꾸려면 로그인하세요.</translation>
    </message>
    <message>
        <source>What was typed stays. Look for free space and close other programs, then try again: %1</source>
        <translation>적은 내용은 그대로 있습니다. 디스크의 남은 공간을 확인하고 다른 프로그램을 닫은 뒤 다시 해 보세요. (%1)</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>This PC&apos;s disk could not be read or written.</source>
        <translation>이 PC의 디스크를 읽거나 쓰지 못했습니다.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>백업</translation>
    </message>
</context>
<context>
    <name>dure::app::CompletionPopup</name>
    <message>
        <source>Choices</source>
        <translation>고를 것</translation>
    </message>
</context>
<context>
    <name>dure::app::CountGrid</name>
    <message>
        <source>Count sheet</source>
        <translation>재고 실사</translation>
    </message>
</context>
<context>
    <name>dure::app::CountPage</name>
    <message>
        <source>next product</source>
        <translation>다음 품목</translation>
    </message>
    <message>
        <source>as in the books</source>
        <translation>장부대로</translation>
    </message>
    <message>
        <source>boxes and the rest</source>
        <translation>박스와 낱개 함께</translation>
    </message>
    <message>
        <source>find a product</source>
        <translation>품목 찾기</translation>
    </message>
    <message>
        <source>save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Counted on</source>
        <translation>실사일</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>Name, initial consonants or code</source>
        <translation>이름, 초성, 코드</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>안 센 것</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>센 것</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>다른 것</translation>
    </message>
    <message>
        <source>What you type is kept on this PC</source>
        <translation>적는 대로 이 PC에 보관됩니다</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message numerus="yes">
        <source>The books of %n counted product(s) moved meanwhile.</source>
        <translation>
            <numerusform>센 품목 %n개의 장부가 그사이 움직였습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them again: saving makes the books of the day what was counted.</source>
        <translation>다시 보세요. 저장하면 그날 장부가 센 수량이 됩니다.</translation>
    </message>
    <message>
        <source>What you typed before is back.</source>
        <translation>전에 적던 것을 다시 불러왔습니다.</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>새로 시작</translation>
    </message>
    <message>
        <source>It was not saved.</source>
        <translation>저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>The day is empty. Fill it in.</source>
        <translation>날짜가 비어 있습니다. 넣으세요.</translation>
    </message>
    <message>
        <source>The day cannot be read. Correct what is marked.</source>
        <translation>날짜를 읽을 수 없습니다. 표시한 칸을 고치세요.</translation>
    </message>
    <message>
        <source>A quantity cannot be read. Correct what is marked.</source>
        <translation>읽을 수 없는 수량이 있습니다. 표시한 칸을 고치세요.</translation>
    </message>
    <message>
        <source>There is nothing to save.</source>
        <translation>저장할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Type what you counted of at least one product.</source>
        <translation>한 품목이라도 센 수량을 적으세요.</translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) counted</source>
        <translation>
            <numerusform>품목 %n개 실사</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the books are right, nothing was adjusted.</source>
        <translation>%1: 장부와 같아 조정한 것이 없습니다.</translation>
    </message>
    <message>
        <source>%1, %2 adjusted.</source>
        <translation>%1, %2개를 조정했습니다.</translation>
    </message>
    <message>
        <source>Count sheet</source>
        <translation>재고 실사</translation>
    </message>
</context>
<context>
    <name>dure::app::CountSheetModel</name>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>In the books</source>
        <translation>장부</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>센 것</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>박스</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>same</source>
        <translation>같음</translation>
    </message>
    <message>
        <source>%1 when it was counted.</source>
        <translation>셀 때 장부는 %1이었습니다.</translation>
    </message>
</context>
<context>
    <name>dure::app::CustomerDetailPane</name>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>새 주문</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>Owes</source>
        <translation>미수</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>한도</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>결제</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>세금</translation>
    </message>
    <message>
        <source>Last paid</source>
        <translation>마지막 입금</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>담당자</translation>
    </message>
    <message>
        <source>Delivery sites</source>
        <translation>납품처</translation>
    </message>
    <message>
        <source>Latest orders</source>
        <translation>최근 주문</translation>
    </message>
    <message>
        <source>Agreed prices</source>
        <translation>합의 단가</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>알아 둘 것</translation>
    </message>
    <message>
        <source>Open orders: %1</source>
        <translation>미출고 주문 %1건</translation>
    </message>
    <message>
        <source>No open order</source>
        <translation>미출고 주문 없음</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, %2 남음</translation>
    </message>
    <message>
        <source>%1, over by %2</source>
        <translation>%1, %2 초과</translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>more lines</comment>
        <translation>외 %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1부터</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>모두 %1</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>첨부 파일</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>거래처원장</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>거래 이력</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>Last said</source>
        <translation>최근 이야기</translation>
    </message>
    <message>
        <source>%1 promised</source>
        <translation>%1 입금 약속</translation>
    </message>
</context>
<context>
    <name>dure::app::CustomerEditorPage</name>
    <message>
        <source>Person</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>직책</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>납품처</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>우편번호</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>받는 사람</translation>
    </message>
    <message>
        <source>Without a closing day no due date is computed.</source>
        <translation>마감일이 없으면 결제 예정일을 계산하지 않습니다.</translation>
    </message>
    <message>
        <source>%1. A day that falls on a holiday moves to the next business day.</source>
        <translation>%1. 쉬는 날이면 다음 영업일로 미룹니다.</translation>
    </message>
    <message>
        <source>%1 has this code too. Change it, or keep it as it is.</source>
        <translation>%1도 이 코드를 씁니다. 고치거나 그대로 쓰세요.</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>새 거래처</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>회사</translation>
    </message>
    <message>
        <source>As it stands on statements and tax invoices.</source>
        <translation>거래명세서와 세금계산서에 이대로 나옵니다.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>상호</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Business number</source>
        <translation>사업자등록번호</translation>
    </message>
    <message>
        <source>Branch number</source>
        <translation>종사업장번호</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>대표자</translation>
    </message>
    <message>
        <source>Line of business</source>
        <translation>업태</translation>
    </message>
    <message>
        <source>Business item</source>
        <translation>종목</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>팩스</translation>
    </message>
    <message>
        <source>Email for tax invoices</source>
        <translation>세금계산서 받을 이메일</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>세금</translation>
    </message>
    <message>
        <source>New orders take this over. Orders written before keep theirs.</source>
        <translation>새 주문부터 적용합니다. 이미 적은 주문은 그대로입니다.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>과세 구분</translation>
    </message>
    <message>
        <source>Taxed 10%</source>
        <translation>과세 10%</translation>
    </message>
    <message>
        <source>Zero-rated</source>
        <translation>영세율</translation>
    </message>
    <message>
        <source>Exempt</source>
        <translation>면세</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>단가</translation>
    </message>
    <message>
        <source>VAT on top</source>
        <translation>부가세 별도</translation>
    </message>
    <message>
        <source>VAT included</source>
        <translation>부가세 포함</translation>
    </message>
    <message>
        <source>Fractions of a won</source>
        <translation>1원 미만</translation>
    </message>
    <message>
        <source>Half up</source>
        <translation>반올림</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>절사</translation>
    </message>
    <message>
        <source>Raise</source>
        <translation>절상</translation>
    </message>
    <message>
        <source>Rounded</source>
        <translation>계산 단위</translation>
    </message>
    <message>
        <source>each line</source>
        <translation>줄마다</translation>
    </message>
    <message>
        <source>once a document</source>
        <translation>문서에서 한 번</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>결제</translation>
    </message>
    <message>
        <source>the same month</source>
        <translation>당월</translation>
    </message>
    <message>
        <source>the next month</source>
        <translation>익월</translation>
    </message>
    <message>
        <source>%1 months later</source>
        <translation>%1개월 뒤</translation>
    </message>
    <message>
        <source>Closing day</source>
        <translation>마감일</translation>
    </message>
    <message>
        <source>not agreed</source>
        <translation>정하지 않음</translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation>결제하는 달</translation>
    </message>
    <message>
        <source>Pay day</source>
        <translation>결제일</translation>
    </message>
    <message>
        <source>as the closing day</source>
        <translation>마감일과 같음</translation>
    </message>
    <message>
        <source>Credit limit (won)</source>
        <translation>여신 한도 (원)</translation>
    </message>
    <message>
        <source>Owed at the beginning (won)</source>
        <translation>처음 미수금 (원)</translation>
    </message>
    <message>
        <source>as of</source>
        <translation>기준일</translation>
    </message>
    <message>
        <source>Over-delivery allowed (%)</source>
        <translation>초과 허용 (%)</translation>
    </message>
    <message>
        <source>Under-delivery allowed (%)</source>
        <translation>부족 허용 (%)</translation>
    </message>
    <message>
        <source>Enter goes on, Ctrl+Del takes a line out.</source>
        <translation>Enter로 다음 칸, Ctrl+Del로 줄을 지웁니다.</translation>
    </message>
    <message>
        <source>Delivery sites</source>
        <translation>납품처</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>담당자</translation>
    </message>
    <message>
        <source>Not trading: no longer offered while typing an order</source>
        <translation>거래 중지: 주문을 적을 때 목록에 나오지 않습니다</translation>
    </message>
</context>
<context>
    <name>dure::app::CustomerField</name>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>대표</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>마지막 주문</translation>
    </message>
    <message>
        <source>Owes</source>
        <translation>미수</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>List</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>List (F4)</source>
        <translation>목록 (F4)</translation>
    </message>
    <message>
        <source>There is no customer “%1”. Choose one from the list.</source>
        <translation>“%1” 거래처가 없습니다. 목록에서 고르세요.</translation>
    </message>
    <message>
        <source>There are several customers “%1”. Choose one from the list.</source>
        <translation>“%1” 거래처가 여럿입니다. 목록에서 고르세요.</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n곳</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %n</source>
        <translation>
            <numerusform>처음 %n곳</numerusform>
        </translation>
    </message>
    <message>
        <source>No customer fits “%1”.</source>
        <translation>“%1”에 맞는 거래처가 없습니다.</translation>
    </message>
    <message>
        <source>New customer “%1”</source>
        <translation>새 거래처 “%1”</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>고르기</translation>
    </message>
    <message>
        <source>take</source>
        <translation>넣기</translation>
    </message>
    <message>
        <source>close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>dure::app::CustomerListModel</name>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>대표자</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Open orders</source>
        <translation>미출고 주문</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>마지막 주문</translation>
    </message>
    <message>
        <source>Balance owed</source>
        <translation>미수금</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>사용 중지</translation>
    </message>
    <message>
        <source>Over the limit of %1</source>
        <translation>한도 %1 초과</translation>
    </message>
    <message>
        <source>Business no.</source>
        <translation>사업자등록번호</translation>
    </message>
</context>
<context>
    <name>dure::app::CustomerListPage</name>
    <message>
        <source>Active</source>
        <translation>거래 중</translation>
    </message>
    <message>
        <source>Owing</source>
        <translation>미수 있음</translation>
    </message>
    <message>
        <source>Over the limit</source>
        <translation>한도 초과</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>No customer fits.</source>
        <translation>맞는 거래처가 없습니다.</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>새 거래처</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>새 주문</translation>
    </message>
    <message>
        <source>Make inactive</source>
        <translation>사용 중지</translation>
    </message>
    <message>
        <source>Make active</source>
        <translation>다시 사용</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>There are no customers yet</source>
        <translation>아직 거래처가 없습니다</translation>
    </message>
    <message>
        <source>Write the first customer</source>
        <translation>첫 거래처 적기</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1분</translation>
    </message>
    <message>
        <source>A name is enough; the rest can follow.</source>
        <translation>상호만 있어도 됩니다. 나머지는 나중에 채우세요.</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n곳</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is inactive now.</source>
        <translation>%1 사용을 중지했습니다.</translation>
    </message>
    <message>
        <source>%1 is active again.</source>
        <translation>%1 사용을 다시 시작했습니다.</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 지웠습니다.</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Begin here.</source>
        <translation>여기서 시작하세요.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>첨부 파일</translation>
    </message>
    <message>
        <source>Write down a call or a promise…</source>
        <translation>전화·약속 적기…</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>거래 이력</translation>
    </message>
</context>
<context>
    <name>dure::app::Dashboard</name>
    <message>
        <source>Dashboard</source>
        <translation>경영 현황</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>%1 기준</translation>
    </message>
    <message>
        <source>%1: orders</source>
        <translation>%1 수주</translation>
    </message>
    <message>
        <source>%1: deliveries</source>
        <translation>%1 납품</translation>
    </message>
    <message>
        <source>%1: collections</source>
        <translation>%1 수금</translation>
    </message>
    <message>
        <source>Receivables today</source>
        <translation>오늘 미수금</translation>
    </message>
    <message>
        <source>Over 90 days: %1</source>
        <translation>90일 초과 %1</translation>
    </message>
    <message>
        <source>Delivered on time</source>
        <translation>납기 준수율</translation>
    </message>
    <message>
        <source>%1 of %2 lines due</source>
        <translation>납기 %2줄 중 %1줄</translation>
    </message>
    <message>
        <source>Delivered by month (VAT not included; line: a year before)</source>
        <translation>월별 납품(부가세 별도, 선: 전년)</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Age of receivables</source>
        <translation>미수금 경과</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>경과</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>비중</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Late orders: %1</source>
        <translation>지연 주문 %1건</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>외 %1</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>납품</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>증감</translation>
    </message>
    <message>
        <source>Stock below safety: %1</source>
        <translation>안전 재고 미달 %1건</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>재고</translation>
    </message>
    <message>
        <source>Safety stock</source>
        <translation>안전 재고</translation>
    </message>
    <message>
        <source>Best customers</source>
        <translation>거래처 상위</translation>
    </message>
    <message>
        <source>Best products</source>
        <translation>품목 상위</translation>
    </message>
    <message>
        <source>1000000</source>
        <comment>won in the unit of large amounts</comment>
        <extracomment>a unit of amounts on an axis with so many won; Korean counts in 100,000,000 and 10,000</extracomment>
        <translation>100000000</translation>
    </message>
    <message>
        <source>%1M</source>
        <comment>large amounts</comment>
        <translation>%1억</translation>
    </message>
    <message>
        <source>1000</source>
        <comment>won in the unit of small amounts</comment>
        <translation>10000</translation>
    </message>
    <message>
        <source>%1k</source>
        <comment>small amounts</comment>
        <translation>%1만</translation>
    </message>
    <message>
        <source>%1-%2</source>
        <comment>year and month</comment>
        <translation>%1년 %2월</translation>
    </message>
    <message>
        <source>%1 Q%2</source>
        <comment>year and quarter</comment>
        <translation>%1년 %2분기</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>year</comment>
        <translation>%1년</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>이달</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>이번 분기</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>올해</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>지난달</translation>
    </message>
    <message>
        <source>Quarter before</source>
        <translation>지난 분기</translation>
    </message>
    <message>
        <source>Year before</source>
        <translation>작년</translation>
    </message>
    <message>
        <source>on the same day last month</source>
        <translation>지난달 같은 날보다</translation>
    </message>
    <message>
        <source>on the month before</source>
        <translation>전달보다</translation>
    </message>
    <message>
        <source>on the same day last quarter</source>
        <translation>지난 분기 같은 날보다</translation>
    </message>
    <message>
        <source>on the quarter before</source>
        <translation>전 분기보다</translation>
    </message>
    <message>
        <source>on the same day last year</source>
        <translation>작년 같은 날보다</translation>
    </message>
    <message>
        <source>on the year before</source>
        <translation>전년보다</translation>
    </message>
    <message>
        <source>on the same day a year ago</source>
        <translation>작년 같은 날보다</translation>
    </message>
    <message>
        <source>on a year ago</source>
        <translation>작년 같은 기간보다</translation>
    </message>
    <message>
        <source>%2/%1</source>
        <comment>two-digit year %1 and month %2</comment>
        <translation>%1.%2</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>month</comment>
        <translation>%1월</translation>
    </message>
    <message>
        <source>Orders (VAT not included)</source>
        <translation>주문(부가세 별도)</translation>
    </message>
    <message>
        <source>Deliveries (VAT not included)</source>
        <translation>납품(부가세 별도)</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>수금</translation>
    </message>
    <message>
        <source>Delivered on time, lines</source>
        <translation>납기 준수(줄)</translation>
    </message>
    <message>
        <source>Delivered by month</source>
        <translation>월별 납품</translation>
    </message>
    <message>
        <source>Expected of the running month</source>
        <translation>이번 달 예상</translation>
    </message>
    <message>
        <source>Paid in advance</source>
        <translation>선수금</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>구역</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Set beside</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Change %</source>
        <translation>증감 %</translation>
    </message>
    <message>
        <source>Share %</source>
        <translation>비중 %</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>건수</translation>
    </message>
    <message>
        <source>Late orders</source>
        <translation>지연 주문</translation>
    </message>
    <message>
        <source>Stock below safety</source>
        <translation>안전 재고 미달</translation>
    </message>
    <message>
        <source>%1×</source>
        <comment>so many times as much</comment>
        <translation>%1배</translation>
    </message>
</context>
<context>
    <name>dure::app::DashboardBoard</name>
    <message>
        <source>Best customers</source>
        <translation>거래처 상위</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Best products</source>
        <translation>품목 상위</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Delivered by month</source>
        <translation>월 납품액</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>납품</translation>
    </message>
    <message>
        <source>Same month a year before</source>
        <translation>한 해 전 같은 달</translation>
    </message>
    <message>
        <source>Receivables by age</source>
        <translation>미수금 경과</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>경과</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>비중</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Receivables</source>
        <translation>미수금</translation>
    </message>
    <message>
        <source>Show the receivables</source>
        <translation>미수금 보기</translation>
    </message>
    <message>
        <source>Age of receivables</source>
        <translation>미수금 경과</translation>
    </message>
    <message>
        <source>Late orders</source>
        <translation>지연 주문</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>모두 보기</translation>
    </message>
    <message>
        <source>Show all late orders</source>
        <translation>지연 주문 모두 보기</translation>
    </message>
    <message>
        <source>Stock below safety</source>
        <translation>안전 재고 미달</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>재고</translation>
    </message>
    <message>
        <source>Safety stock</source>
        <translation>안전 재고</translation>
    </message>
    <message>
        <source>Show all products below their safety stock</source>
        <translation>안전 재고 미달 품목 모두 보기</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>증감</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>읽는 중…</translation>
    </message>
    <message>
        <source>No order is late.</source>
        <translation>지연된 주문이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing was delivered.</source>
        <translation>납품이 없습니다.</translation>
    </message>
    <message>
        <source>Every product has enough.</source>
        <translation>모든 품목이 넉넉합니다.</translation>
    </message>
    <message>
        <source>won</source>
        <translation>원</translation>
    </message>
    <message>
        <source>%1: orders</source>
        <translation>%1 수주</translation>
    </message>
    <message>
        <source>%1: deliveries</source>
        <translation>%1 납품</translation>
    </message>
    <message>
        <source>%1: collections</source>
        <translation>%1 수금</translation>
    </message>
    <message>
        <source>Over 90 days: %1</source>
        <translation>90일 초과 %1</translation>
    </message>
    <message>
        <source>paid in advance, not taken off: %1</source>
        <translation>선수금 %1(빼지 않음)</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n곳</numerusform>
        </translation>
    </message>
    <message>
        <source>Receivables today</source>
        <translation>오늘 미수금</translation>
    </message>
    <message>
        <source>Delivered on time</source>
        <translation>납기 준수율</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>%1 of %2 lines due</source>
        <translation>납기 %2줄 중 %1줄</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>last 12 months, VAT not included</source>
        <translation>최근 12달, 부가세 별도</translation>
    </message>
    <message>
        <source>since delivery, oldest paid first</source>
        <translation>납품일 기준</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s), %1</source>
        <translation>
            <numerusform>%n건, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>외 %1</translation>
    </message>
    <message>
        <source>%1, against as many days of the period before</source>
        <translation>%1, 앞 기간의 같은 날수와 비교</translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::DashboardPage</name>
    <message>
        <source>Period</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>인쇄</translation>
    </message>
    <message>
        <source>Orders and deliveries without VAT; collections and receivables with VAT.</source>
        <translation>주문과 납품은 부가세 별도, 수금과 미수금은 부가세 포함입니다.</translation>
    </message>
    <message>
        <source>To Excel</source>
        <translation>엑셀로</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF로 저장</translation>
    </message>
    <message>
        <source>as of %1, VAT not included</source>
        <translation>%1 기준, 부가세 별도</translation>
    </message>
    <message>
        <source>The first sync is under way.</source>
        <translation>처음 자료를 받는 중입니다.</translation>
    </message>
    <message>
        <source>The figures come when everything is here.</source>
        <translation>다 받으면 숫자가 나옵니다.</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>경영 현황</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>%1 기준</translation>
    </message>
</context>
<context>
    <name>dure::app::DashboardPrinting</name>
    <message>
        <source>The first sync is under way.</source>
        <translation>처음 자료를 받는 중입니다.</translation>
    </message>
    <message>
        <source>Print when everything is here.</source>
        <translation>다 받은 뒤에 인쇄하세요.</translation>
    </message>
    <message>
        <source>Save the dashboard</source>
        <translation>경영 현황 저장</translation>
    </message>
    <message>
        <source>The dashboard went to the printer.</source>
        <translation>경영 현황을 프린터로 보냈습니다.</translation>
    </message>
    <message>
        <source>The dashboard lies in %1.</source>
        <translation>경영 현황을 %1에 저장했습니다.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation>프린터가 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>The dashboard could not be written.</source>
        <translation>경영 현황을 저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>Look whether it is on, or save a PDF.</source>
        <translation>켜져 있는지 보거나 PDF로 저장하세요.</translation>
    </message>
    <message>
        <source>Look whether the folder is there, or choose another.</source>
        <translation>폴더가 있는지 보거나 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 하기</translation>
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
    <message>
        <source>The date is empty. Type it like 11-23 or 1123.</source>
        <translation>날짜가 비어 있습니다. 11-23이나 1123처럼 적으세요.</translation>
    </message>
</context>
<context>
    <name>dure::app::DeliveryDetailPane</name>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>단가</translation>
    </message>
    <message>
        <source>Supply amount</source>
        <translation>공급가액</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>알아 둘 것</translation>
    </message>
    <message>
        <source>Delivered to</source>
        <translation>받는 곳</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>차량</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>인수자</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>LOT</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Print the statement</source>
        <translation>거래명세서 인쇄</translation>
    </message>
    <message>
        <source>no. %1</source>
        <comment>part of an order</comment>
        <translation>%1차</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>주문 %1</translation>
    </message>
    <message>
        <source>Delivered %1</source>
        <translation>납품일 %1</translation>
    </message>
    <message>
        <source>This takes another delivery back.</source>
        <translation>다른 납품을 되돌린 기록입니다.</translation>
    </message>
    <message>
        <source>This delivery was taken back.</source>
        <translation>되돌린 납품입니다.</translation>
    </message>
    <message>
        <source>Products: %1</source>
        <translation>품목 %1</translation>
    </message>
</context>
<context>
    <name>dure::app::DeliveryEditorPage</name>
    <message>
        <source>no. %1</source>
        <comment>part of an order</comment>
        <translation>%1차</translation>
    </message>
    <message>
        <source>without an order</source>
        <translation>주문 없이</translation>
    </message>
    <message>
        <source>next quantity</source>
        <translation>다음 수량</translation>
    </message>
    <message>
        <source>list</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>what remains</source>
        <translation>남은 수량으로</translation>
    </message>
    <message>
        <source>leave out this time</source>
        <translation>이번엔 빼기</translation>
    </message>
    <message>
        <source>save and print</source>
        <translation>저장하고 인쇄</translation>
    </message>
    <message>
        <source>Something not ordered</source>
        <translation>주문에 없는 품목</translation>
    </message>
    <message>
        <source>All that remains</source>
        <translation>남은 것 모두</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Save and print</source>
        <translation>저장하고 인쇄</translation>
    </message>
    <message>
        <source>This order does not exist any more.</source>
        <translation>이 주문은 이제 없습니다.</translation>
    </message>
    <message>
        <source>Close this page.</source>
        <translation>이 화면을 닫으세요.</translation>
    </message>
    <message>
        <source>This order was cancelled.</source>
        <translation>취소된 주문입니다.</translation>
    </message>
    <message>
        <source>A delivery can be recorded all the same; it will stand under &quot;Needs a look&quot;.</source>
        <translation>그래도 납품을 기록할 수 있고, ‘확인 필요’에 남습니다.</translation>
    </message>
    <message>
        <source>What you typed before is back.</source>
        <translation>전에 적던 것을 다시 불러왔습니다.</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>새로 시작</translation>
    </message>
    <message>
        <source>This customer&apos;s tolerance is %1 (%2).</source>
        <translation>이 거래처의 허용 오차는 %1(%2)입니다.</translation>
    </message>
    <message>
        <source>No tolerance is agreed with this customer.</source>
        <translation>이 거래처와 정한 허용 오차가 없습니다.</translation>
    </message>
    <message>
        <source>%1: %2 more than what remains.</source>
        <translation>%1: 남은 수량보다 %2 많습니다.</translation>
    </message>
    <message>
        <source>It can be saved as it is and will stand under &quot;Needs a look&quot;.</source>
        <translation>그대로 저장할 수 있고, ‘확인 필요’에 기록됩니다.</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>납품하기</translation>
    </message>
    <message>
        <source>Another PC changed this order or delivered from it.</source>
        <translation>다른 PC가 이 주문을 고쳤거나 납품했습니다.</translation>
    </message>
    <message>
        <source>What remains was read anew; what you typed stays.</source>
        <translation>남은 수량을 다시 읽었고, 적은 것은 그대로입니다.</translation>
    </message>
    <message>
        <source>It was not saved.</source>
        <translation>저장하지 않았습니다.</translation>
    </message>
    <message>
        <source>A field of the head cannot be read. Correct what is marked.</source>
        <translation>읽을 수 없는 칸이 있습니다. 표시된 곳을 고치세요.</translation>
    </message>
    <message>
        <source>A cell holds no number. Correct what is marked.</source>
        <translation>숫자가 아닌 칸이 있습니다. 표시된 곳을 고치세요.</translation>
    </message>
    <message>
        <source>Choose a customer.</source>
        <translation>거래처를 고르세요.</translation>
    </message>
    <message>
        <source>Nothing goes out.</source>
        <translation>나가는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Type a quantity in at least one line.</source>
        <translation>한 줄 이상에 수량을 적으세요.</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1번째 줄: %2</translation>
    </message>
    <message>
        <source>%1 more than what remains.</source>
        <translation>남은 수량보다 %1 많습니다.</translation>
    </message>
    <message>
        <source>Make it %1</source>
        <translation>%1(으)로 맞추기</translation>
    </message>
    <message>
        <source>The place you chose was deleted on another PC.</source>
        <translation>고르신 납품처를 다른 PC에서 삭제했습니다.</translation>
    </message>
    <message>
        <source>Choose where it goes; now it goes to the customer&apos;s address.</source>
        <translation>납품처를 다시 고르세요. 지금은 거래처 주소로 되어 있습니다.</translation>
    </message>
</context>
<context>
    <name>dure::app::DeliveryHead</name>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Delivered on</source>
        <translation>납품일</translation>
    </message>
    <message>
        <source>Delivered to</source>
        <translation>받는 곳</translation>
    </message>
    <message>
        <source>Vehicle, driver</source>
        <translation>차량, 기사</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>인수자</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>such as %1</source>
        <translation>예: %1</translation>
    </message>
    <message>
        <source>The customer&apos;s address</source>
        <translation>거래처 주소</translation>
    </message>
    <message>
        <source>Choose a customer.</source>
        <translation>거래처를 고르세요.</translation>
    </message>
</context>
<context>
    <name>dure::app::DeliveryLineGrid</name>
    <message>
        <source>Lines of the delivery</source>
        <translation>납품 품목</translation>
    </message>
</context>
<context>
    <name>dure::app::DeliveryLineModel</name>
    <message>
        <source>Product</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>이미 납품</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>This time</source>
        <translation>이번 납품</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>단가</translation>
    </message>
    <message>
        <source>Left after</source>
        <translation>납품 뒤</translation>
    </message>
    <message>
        <source>This is no number. Type digits, such as 1200 or 12.5.</source>
        <translation>숫자가 아닙니다. 1200이나 12.5처럼 적으세요.</translation>
    </message>
</context>
<context>
    <name>dure::app::DeliveryListModel</name>
    <message>
        <source>Delivered on</source>
        <translation>납품일</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Supply amount</source>
        <translation>공급가액</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>세액</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>주문번호</translation>
    </message>
    <message>
        <source>reversal</source>
        <translation>되돌림</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>되돌려짐</translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>more lines</comment>
        <translation>외 %1</translation>
    </message>
</context>
<context>
    <name>dure::app::DeliveryListPage</name>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>이번 주</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>이번 달</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>No delivery fits.</source>
        <translation>맞는 납품이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing was delivered yet</source>
        <translation>아직 납품이 없습니다</translation>
    </message>
    <message>
        <source>Deliveries are made from orders.</source>
        <translation>납품은 주문에서 만듭니다.</translation>
    </message>
    <message>
        <source>To the orders</source>
        <translation>주문으로</translation>
    </message>
    <message>
        <source>Deliver from an order</source>
        <translation>주문에서 납품하기</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>1분 안</translation>
    </message>
    <message>
        <source>Choose an order and press Ctrl+Enter: what remains is filled in.</source>
        <translation>주문을 고르고 Ctrl+Enter를 누르세요. 남은 수량이 채워집니다.</translation>
    </message>
    <message>
        <source>New delivery</source>
        <translation>새 납품</translation>
    </message>
    <message>
        <source>Deliver without an order</source>
        <translation>주문 없이 납품하기</translation>
    </message>
    <message>
        <source>about 2 minutes</source>
        <translation>약 2분</translation>
    </message>
    <message>
        <source>For samples and repairs.</source>
        <translation>샘플이나 수리품에 씁니다.</translation>
    </message>
    <message>
        <source>Print the statement</source>
        <translation>거래명세서 인쇄</translation>
    </message>
    <message>
        <source>Show the order</source>
        <translation>주문 보기</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>거래처 보기</translation>
    </message>
    <message>
        <source>Take the delivery back</source>
        <translation>납품 되돌리기</translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(s)</source>
        <translation>
            <numerusform>%n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n delivery(s)</source>
        <translation>
            <numerusform>%n건 넘음</numerusform>
        </translation>
    </message>
    <message>
        <source>Delivery %1 was taken back.</source>
        <translation>납품 %1을(를) 되돌렸습니다.</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>납품</translation>
    </message>
    <message numerus="yes">
        <source>Statements of %n delivery(s)</source>
        <translation>
            <numerusform>납품 %n건의 거래명세서</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delivery notes of %n delivery(s)</source>
        <translation>
            <numerusform>납품 %n건의 납품서</numerusform>
        </translation>
    </message>
    <message>
        <source>Print a delivery note</source>
        <translation>납품서 인쇄</translation>
    </message>
    <message>
        <source>All statements of today</source>
        <translation>오늘 거래명세서 모두</translation>
    </message>
    <message>
        <source>All delivery notes of today</source>
        <translation>오늘 납품서 모두</translation>
    </message>
    <message>
        <source>Write down a claim</source>
        <translation>클레임 접수</translation>
    </message>
    <message>
        <source>All claims</source>
        <translation>모든 클레임</translation>
    </message>
</context>
<context>
    <name>dure::app::DeliverySums</name>
    <message>
        <source>Supply amount</source>
        <translation>공급가액</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>세액</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Owed before</source>
        <translation>전잔액</translation>
    </message>
    <message>
        <source>Paid today</source>
        <translation>입금액</translation>
    </message>
    <message>
        <source>Owed after</source>
        <translation>현잔액</translation>
    </message>
    <message>
        <source>Tax, in the price</source>
        <translation>세액 포함</translation>
    </message>
    <message>
        <source>Tax on top, 10%</source>
        <translation>세액 별도 10%</translation>
    </message>
</context>
<context>
    <name>dure::app::DetailPane</name>
    <message>
        <source>Supply amount</source>
        <translation>공급가액</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
</context>
<context>
    <name>dure::app::DeviceSection</name>
    <message>
        <source>Stop its use</source>
        <translation>사용 중지</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>기기</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>쓰는 사람</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>마지막 동기화</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>기기</translation>
    </message>
    <message>
        <source>Each holds a copy of this company&apos;s data.</source>
        <translation>기기마다 회사 자료가 한 벌씩 있습니다.</translation>
    </message>
    <message>
        <source>My devices</source>
        <translation>내 기기</translation>
    </message>
    <message>
        <source>Where you are signed in.</source>
        <translation>로그인한 곳입니다.</translation>
    </message>
    <message>
        <source>A PC without a name</source>
        <translation>이름 없는 PC</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <source>stopped %1</source>
        <translation>%1 중지됨</translation>
    </message>
    <message>
        <source>this PC</source>
        <translation>이 PC</translation>
    </message>
    <message>
        <source>never</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>%1 loses its copy at its next contact with the cloud.</source>
        <translation>%1: 다음에 클라우드와 연결될 때 회사 자료를 지웁니다.</translation>
    </message>
    <message>
        <source>The use of %1 is stopped.</source>
        <translation>%1의 사용을 중지했습니다.</translation>
    </message>
    <message>
        <source>What it has not sent is handed in to the owner first; only then its data is deleted.</source>
        <translation>보내지 않은 작업은 먼저 대표에게 맡기고, 그다음에만 지웁니다.</translation>
    </message>
</context>
<context>
    <name>dure::app::DispatchSheet</name>
    <message>
        <source>Vehicle and driver</source>
        <translation>차량·기사</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>2.5 t 3417, Lee</source>
        <translation>2.5톤 3417, 이정호</translation>
    </message>
    <message>
        <source>Plan it</source>
        <translation>배차</translation>
    </message>
    <message>
        <source>Dispatch: %1 %2</source>
        <translation>배차: %1 %2</translation>
    </message>
    <message>
        <source>No time of day. Type it like 14:00.</source>
        <translation>시각이 아닙니다. 14:00처럼 적으세요.</translation>
    </message>
    <message>
        <source>Order %1 has its vehicle.</source>
        <translation>주문 %1을(를) 배차했습니다.</translation>
    </message>
    <message>
        <source>Order %1 has no vehicle now.</source>
        <translation>주문 %1의 배차를 지웠습니다.</translation>
    </message>
</context>
<context>
    <name>dure::app::DocumentPage</name>
    <message>
        <source>look through</source>
        <translation>훑어보기</translation>
    </message>
    <message>
        <source>next sheet</source>
        <translation>다음 장</translation>
    </message>
    <message>
        <source>larger, smaller</source>
        <translation>크게, 작게</translation>
    </message>
    <message>
        <source>how it lies on the paper</source>
        <translation>용지 설정</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>폭 맞춤</translation>
    </message>
    <message>
        <source>Whole sheet</source>
        <translation>한 장 전체</translation>
    </message>
    <message>
        <source>Size of the preview</source>
        <translation>미리보기 크기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF로 저장</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>인쇄</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>문서 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>This does not exist any more.</source>
        <translation>이 문서는 이제 없습니다.</translation>
    </message>
    <message>
        <source>Close this page.</source>
        <translation>이 화면을 닫으세요.</translation>
    </message>
    <message>
        <source>There is nothing to print.</source>
        <translation>인쇄할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing was delivered on that day.</source>
        <translation>그날 납품이 없습니다.</translation>
    </message>
    <message>
        <source>The supplier&apos;s part is not complete.</source>
        <translation>공급자 칸이 비어 있습니다.</translation>
    </message>
    <message>
        <source>Fill in your company&apos;s name and business number under Settings.</source>
        <translation>설정에서 우리 회사의 상호와 등록번호를 채우세요.</translation>
    </message>
    <message>
        <source>These are the first %1; more are not printed at once.</source>
        <translation>처음 %1건입니다. 그보다 많으면 한 번에 인쇄하지 않습니다.</translation>
    </message>
    <message>
        <source>Choose fewer in the list.</source>
        <translation>목록에서 더 적게 고르세요.</translation>
    </message>
    <message>
        <source>It comes by itself once there is a connection.</source>
        <translation>연결되면 저절로 받아 옵니다.</translation>
    </message>
    <message>
        <source>Choose one under Settings, your company&apos;s details.</source>
        <translation>설정의 회사 정보에서 고르세요.</translation>
    </message>
    <message>
        <source>Sheet %1 of %2</source>
        <translation>%2장 중 %1장</translation>
    </message>
</context>
<context>
    <name>dure::app::DocumentPrinting</name>
    <message>
        <source>No seal is chosen; &quot;(인)&quot; stands in its place.</source>
        <translation>고른 직인이 없어 그 자리에 &quot;(인)&quot;이 찍힙니다.</translation>
    </message>
    <message>
        <source>The seal&apos;s picture has not come to this PC yet; it is missing on the paper.</source>
        <translation>직인 그림이 아직 이 PC에 오지 않아 종이에 찍히지 않습니다.</translation>
    </message>
    <message>
        <source>There is nothing to print.</source>
        <translation>인쇄할 것이 없습니다.</translation>
    </message>
    <message>
        <source>It was deleted on another PC.</source>
        <translation>다른 PC에서 지웠습니다.</translation>
    </message>
    <message>
        <source>Nothing was delivered on that day.</source>
        <translation>그날 납품이 없습니다.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF로 저장</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) went to the printer.</source>
        <translation>
            <numerusform>문서 %n건을 인쇄로 보냈습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s) went to the printer.</source>
        <translation>
            <numerusform>%n부를 인쇄로 보냈습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was saved as %1.</source>
        <translation>%1에 저장했습니다.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation>프린터가 답하지 않습니다.</translation>
    </message>
    <message>
        <source>The PDF could not be written.</source>
        <translation>PDF를 저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>Look whether it is on, or save a PDF.</source>
        <translation>전원을 보거나 PDF로 저장하세요.</translation>
    </message>
    <message>
        <source>Look whether the folder is there, or choose another.</source>
        <translation>폴더가 있는지 보거나 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>다시 인쇄</translation>
    </message>
</context>
<context>
    <name>dure::app::EditorPage</name>
    <message>
        <source>What you type could not be kept on this PC.</source>
        <translation>적는 내용을 이 PC에 보관하지 못했습니다.</translation>
    </message>
    <message>
        <source>What was typed here is put aside.</source>
        <translation>적던 내용을 치웠습니다.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>다시 가져오기</translation>
    </message>
    <message>
        <source>The page stays open: what you typed could not be kept on this PC.</source>
        <translation>적은 내용을 이 PC에 보관하지 못해 화면을 닫지 않았습니다.</translation>
    </message>
    <message>
        <source>Close without keeping it</source>
        <translation>보관하지 않고 닫기</translation>
    </message>
</context>
<context>
    <name>dure::app::EndingPage</name>
    <message>
        <source>Close without a backup</source>
        <translation>백업하지 않고 닫기</translation>
    </message>
    <message>
        <source>Dure</source>
        <translation>두레</translation>
    </message>
    <message>
        <source>The program closes by itself as soon as it is made.</source>
        <translation>백업이 끝나면 프로그램이 저절로 닫힙니다.</translation>
    </message>
    <message>
        <source>Today&apos;s backup is being made: %1 %</source>
        <translation>오늘 백업을 만들고 있습니다: %1 %</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>dure::app::EntryForm</name>
    <message>
        <source>Server address</source>
        <translation>서버 주소</translation>
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
        <source>Fill it in and press Enter.</source>
        <translation>넣고 Enter를 누르세요.</translation>
    </message>
    <message numerus="yes">
        <source>Take %n characters or more.</source>
        <translation>
            <numerusform>%n자 이상으로 넣으세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>The new password is too short.</source>
        <translation>새 비밀번호가 짧습니다.</translation>
    </message>
</context>
<context>
    <name>dure::app::EntryGrid</name>
    <message>
        <source>%1, row %2</source>
        <translation>%2번째 줄 %1</translation>
    </message>
</context>
<context>
    <name>dure::app::FilesModel</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>있는 곳</translation>
    </message>
    <message>
        <source>being fetched</source>
        <translation>받는 중</translation>
    </message>
    <message>
        <source>in the cloud</source>
        <translation>클라우드에 있음</translation>
    </message>
    <message>
        <source>to be sent</source>
        <translation>보낼 예정</translation>
    </message>
    <message>
        <source>here</source>
        <translation>이 PC에 있음</translation>
    </message>
</context>
<context>
    <name>dure::app::FilesPage</name>
    <message>
        <source>Files</source>
        <translation>첨부 파일</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>사본 저장…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>추가…</translation>
    </message>
    <message>
        <source>%1 is in the cloud.</source>
        <translation>%1: 클라우드에 있습니다.</translation>
    </message>
    <message>
        <source>It is being fetched, and is shown here as soon as it has come. That needs a line to the cloud.</source>
        <translation>받아 오는 중이며, 다 받으면 여기에 보입니다. 인터넷이 연결되어 있어야 합니다.</translation>
    </message>
    <message>
        <source>%1 is a PDF.</source>
        <translation>%1: PDF 파일입니다.</translation>
    </message>
    <message>
        <source>Save a copy and open that to read it.</source>
        <translation>사본을 저장한 뒤 열어서 읽으세요.</translation>
    </message>
    <message>
        <source>%1 has too many dots to be shown here.</source>
        <translation>%1: 너무 큰 그림이라 여기에서 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>Save a copy and open that to see it.</source>
        <translation>사본을 저장한 뒤 열어서 보세요.</translation>
    </message>
    <message>
        <source>%1 cannot be shown: the file is broken.</source>
        <translation>%1: 파일이 깨져 보여 줄 수 없습니다.</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>파일 추가</translation>
    </message>
    <message>
        <source>Images and PDF (*.png *.jpg *.jpeg *.pdf)</source>
        <translation>그림과 PDF (*.png *.jpg *.jpeg *.pdf)</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>파일을 읽을 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>Look whether it is there, or choose another.</source>
        <translation>파일이 있는지 확인하거나 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>빈 파일입니다: %1.</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>%1 is larger than 10 MB.</source>
        <translation>10MB보다 큰 파일입니다: %1.</translation>
    </message>
    <message>
        <source>Make it smaller, or take a smaller photo.</source>
        <translation>크기를 줄이거나 사진을 더 작게 찍으세요.</translation>
    </message>
    <message>
        <source>%1 is no PNG, JPEG or PDF.</source>
        <translation>PNG, JPEG, PDF가 아닌 파일입니다: %1.</translation>
    </message>
    <message>
        <source>Save or print it as one of these first.</source>
        <translation>먼저 이 가운데 하나로 저장하거나 PDF로 인쇄하세요.</translation>
    </message>
    <message>
        <source>%1 was added.</source>
        <translation>%1을(를) 추가했습니다.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>사본 저장</translation>
    </message>
    <message>
        <source>A copy was saved: %1</source>
        <translation>사본을 저장했습니다: %1</translation>
    </message>
    <message>
        <source>The copy could not be written.</source>
        <translation>사본을 저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>Choose another folder, or free some space.</source>
        <translation>다른 폴더를 고르거나 디스크에 빈자리를 만드세요.</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1을(를) 지웠습니다.</translation>
    </message>
    <message>
        <source>No files yet.</source>
        <translation>아직 파일이 없습니다.</translation>
    </message>
    <message>
        <source>Add drawings, photos or papers.</source>
        <translation>도면, 사진, 서류를 추가하세요.</translation>
    </message>
    <message>
        <source>PNG, JPEG or PDF, up to 10 MB each. Files can be dropped here too.</source>
        <translation>PNG·JPEG·PDF, 하나에 10MB까지입니다. 파일을 여기로 끌어다 놓아도 됩니다.</translation>
    </message>
</context>
<context>
    <name>dure::app::FormPage</name>
    <message>
        <source>next field</source>
        <translation>다음 칸</translation>
    </message>
    <message>
        <source>field before</source>
        <translation>이전 칸</translation>
    </message>
    <message>
        <source>list</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>close, what is typed is kept</source>
        <translation>닫기 (적은 것은 보관)</translation>
    </message>
    <message>
        <source>What you type is kept on this PC</source>
        <translation>적는 대로 이 PC에 보관됩니다</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>What you typed before is back.</source>
        <translation>적던 내용을 불러왔습니다.</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>새로 시작</translation>
    </message>
    <message>
        <source>It is no longer there.</source>
        <translation>더는 없습니다.</translation>
    </message>
    <message>
        <source>Somebody may have deleted it. Close this page.</source>
        <translation>다른 사람이 지웠을 수 있습니다. 이 화면을 닫으세요.</translation>
    </message>
    <message>
        <source>It was not saved.</source>
        <translation>저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>A field cannot be read. Correct what is marked.</source>
        <translation>읽을 수 없는 칸이 있습니다. 표시된 곳을 고치세요.</translation>
    </message>
    <message>
        <source>Correct what is marked.</source>
        <translation>표시된 곳을 고치세요.</translation>
    </message>
    <message>
        <source>Another PC changed fields that you have changed too.</source>
        <translation>다른 PC에서 같은 칸을 고쳤습니다.</translation>
    </message>
    <message>
        <source>What you typed stays. Below the fields stands what is stored; saving replaces it.</source>
        <translation>적은 것은 그대로입니다. 저장된 값은 칸 아래에 있고, 저장하면 적은 것으로 바뀝니다.</translation>
    </message>
    <message>
        <source>Another PC changed this meanwhile.</source>
        <translation>그사이 다른 PC에서 고쳤습니다.</translation>
    </message>
    <message>
        <source>The fields follow; what you typed stays.</source>
        <translation>바뀐 값을 불러왔고, 적은 것은 그대로입니다.</translation>
    </message>
</context>
<context>
    <name>dure::app::FormPreview</name>
    <message>
        <source>Preview of what is printed</source>
        <translation>인쇄 미리보기</translation>
    </message>
</context>
<context>
    <name>dure::app::FormSettingsPane</name>
    <message>
        <source>Until</source>
        <translation>까지</translation>
    </message>
    <message>
        <source>From</source>
        <translation>부터</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>지난달</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>다음 달</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>용지</translation>
    </message>
    <message>
        <source>Copies on a sheet</source>
        <translation>한 장에 담는 부수</translation>
    </message>
    <message>
        <source>With prices</source>
        <translation>단가와 금액 넣기</translation>
    </message>
    <message>
        <source>Each line of each delivery</source>
        <translation>품목마다 한 줄씩</translation>
    </message>
    <message>
        <source>Printed how often</source>
        <translation>인쇄 부수</translation>
    </message>
    <message>
        <source>Place on the paper</source>
        <translation>종이 위 자리</translation>
    </message>
    <message>
        <source>To the right, mm</source>
        <translation>오른쪽으로 (mm)</translation>
    </message>
    <message>
        <source>Down, mm</source>
        <translation>아래로 (mm)</translation>
    </message>
    <message>
        <source>Margin at both sides, mm</source>
        <translation>좌우 여백 (mm)</translation>
    </message>
    <message>
        <source>Only the values (pre-printed paper)</source>
        <translation>값만 인쇄 (미리 찍힌 용지)</translation>
    </message>
    <message>
        <source>It lies before the first day.</source>
        <translation>첫날보다 앞섭니다.</translation>
    </message>
</context>
<context>
    <name>dure::app::FormWords</name>
    <message>
        <source>Two copies, stacked</source>
        <translation>위아래 2부</translation>
    </message>
    <message>
        <source>Two copies, side by side</source>
        <translation>좌우 2부</translation>
    </message>
    <message>
        <source>The buyer&apos;s copy</source>
        <translation>공급받는자용 1부</translation>
    </message>
    <message>
        <source>The supplier&apos;s copy</source>
        <translation>공급자용 1부</translation>
    </message>
    <message>
        <source>Copies on a sheet</source>
        <translation>한 장에 담는 부수</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>거래명세서</translation>
    </message>
    <message>
        <source>Delivery note</source>
        <translation>납품서</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>입금표</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>청구서</translation>
    </message>
    <message>
        <source>Customer ledger</source>
        <translation>거래처원장</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>견적서</translation>
    </message>
</context>
<context>
    <name>dure::app::HandoverSection</name>
    <message>
        <source>Look at it</source>
        <translation>살펴보기</translation>
    </message>
    <message>
        <source>From</source>
        <translation>맡긴 사람</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>기기</translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>맡긴 때</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Work handed in</source>
        <translation>맡겨진 작업</translation>
    </message>
    <message>
        <source>What stopped devices had not sent. It counts only once you accept it.</source>
        <translation>중지된 기기가 보내지 못한 작업입니다. 받아들여야 자료가 됩니다.</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>기다리는 작업이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation>
            <numerusform>%n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>그 밖에 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>받아들이기</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>나중에 정하기</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) were discarded.</source>
        <translation>
            <numerusform>%n건을 버렸습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) were accepted.</source>
        <translation>
            <numerusform>%n건을 받아들였습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be taken over; they contradict what is there now.</source>
        <translation>
            <numerusform>%n건은 지금 자료와 맞지 않아 받지 못했습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::HeadMessage</name>
    <message>
        <source>%1: %2</source>
        <comment>label of a field: what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>dure::app::HistoryPage</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
</context>
<context>
    <name>dure::app::HistoryView</name>
    <message>
        <source>Show more</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시</translation>
    </message>
    <message>
        <source>Asking the cloud…</source>
        <translation>불러오는 중입니다…</translation>
    </message>
    <message>
        <source>The history is shown once there is a connection.</source>
        <translation>기록은 연결되면 보입니다.</translation>
    </message>
    <message>
        <source>The history could not be read.</source>
        <translation>기록을 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>The cloud knows nothing of it yet.</source>
        <translation>클라우드에 아직 기록이 없습니다.</translation>
    </message>
    <message>
        <source>The cloud keeps the history; this company is on this PC alone.</source>
        <translation>변경 기록은 클라우드에 남습니다. 이 회사는 이 PC에만 있습니다.</translation>
    </message>
</context>
<context>
    <name>dure::app::ImportColumnsStep</name>
    <message>
        <source>Sheet</source>
        <translation>시트</translation>
    </message>
    <message>
        <source>Columns of the file and what they mean</source>
        <translation>파일의 열과 그 뜻</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>파일의 첫 줄들</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>파일의 열</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>뜻</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Rows are</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Columns are named in row</source>
        <translation>열 이름이 있는 줄</translation>
    </message>
    <message>
        <source>The number of a row, from 1.</source>
        <translation>1부터 세는 줄 번호입니다.</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>쓰지 않음</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>줄</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(빈칸)</translation>
    </message>
    <message>
        <source>No column was found for: %1.</source>
        <translation>이 열을 찾지 못했습니다: %1.</translation>
    </message>
    <message>
        <source>Choose it in the list with Enter.</source>
        <translation>아래 목록에서 Enter로 고르세요.</translation>
    </message>
    <message>
        <source>Of the first %1 rows %2 are wrong and would be left out.</source>
        <translation>앞의 %1줄 가운데 %2줄이 잘못되어 빠집니다.</translation>
    </message>
    <message>
        <source>Correct them in the file, or go on without them.</source>
        <translation>파일에서 고치거나, 빼고 계속하세요.</translation>
    </message>
    <message>
        <source>The columns are read as the last time.</source>
        <translation>지난번과 같이 읽었습니다.</translation>
    </message>
    <message>
        <source>Change what is different now.</source>
        <translation>달라진 열이 있으면 바꾸세요.</translation>
    </message>
</context>
<context>
    <name>dure::app::ImportNamesStep</name>
    <message>
        <source>Make all the rest new</source>
        <translation>남은 것 모두 새로 만들기</translation>
    </message>
    <message>
        <source>Names that were not found</source>
        <translation>찾지 못한 이름</translation>
    </message>
    <message>
        <source>What</source>
        <translation>구분</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>파일의 이름</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>줄 수</translation>
    </message>
    <message>
        <source>The likest here</source>
        <translation>가장 비슷한 것</translation>
    </message>
    <message>
        <source>Goes in as</source>
        <translation>가져올 때</translation>
    </message>
    <message>
        <source>A new product</source>
        <translation>새 품목</translation>
    </message>
    <message>
        <source>A new customer</source>
        <translation>새 거래처</translation>
    </message>
    <message>
        <source>As typed, of no product</source>
        <translation>적힌 그대로(품목 없이)</translation>
    </message>
    <message>
        <source>Left out with its order</source>
        <translation>주문과 함께 빠짐</translation>
    </message>
    <message>
        <source>Left out with its orders</source>
        <translation>주문과 함께 빠짐</translation>
    </message>
    <message>
        <source>%1 (was deleted here)</source>
        <translation>%1 (지운 것)</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) were not found; their orders would be left out.</source>
        <translation>
            <numerusform>이름 %n개를 찾지 못해 그 주문이 빠집니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Say with Enter which one is meant, or make it new.</source>
        <translation>Enter로 어느 것인지 고르거나 새로 만드세요.</translation>
    </message>
    <message>
        <source>Every name has its place.</source>
        <translation>모든 이름을 정했습니다.</translation>
    </message>
    <message>
        <source>Look once more, then go on with Ctrl+Enter.</source>
        <translation>한 번 더 보고 Ctrl+Enter로 계속하세요.</translation>
    </message>
    <message>
        <source>Make a new product</source>
        <translation>새 품목으로 만들기</translation>
    </message>
    <message>
        <source>Make a new customer</source>
        <translation>새 거래처로 만들기</translation>
    </message>
    <message>
        <source>Leave its order out</source>
        <translation>주문에서 빼기</translation>
    </message>
    <message>
        <source>Leave its orders out</source>
        <translation>주문에서 빼기</translation>
    </message>
</context>
<context>
    <name>dure::app::ImportPage</name>
    <message>
        <source>Take in an Excel file</source>
        <translation>엑셀 파일 가져오기</translation>
    </message>
    <message>
        <source>Customers, products and orders. Nothing is changed before you have seen what would happen.</source>
        <translation>거래처, 품목, 주문을 가져옵니다. 결과를 먼저 보여 주고, 그 전에는 아무것도 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>파일 고르기…</translation>
    </message>
    <message>
        <source>Choose a file, or drop it here</source>
        <translation>파일을 고르거나 여기에 끌어 놓기</translation>
    </message>
    <message>
        <source>2 minutes</source>
        <translation>2분</translation>
    </message>
    <message>
        <source>Excel (.xlsx, .xls) or CSV. The first row names the columns.</source>
        <translation>엑셀(.xlsx, .xls)이나 CSV. 첫 줄에 열 이름이 있어야 합니다.</translation>
    </message>
    <message>
        <source>Excel (.xlsx) or CSV. The first row names the columns.</source>
        <translation>엑셀(.xlsx)이나 CSV. 첫 줄에 열 이름이 있어야 합니다.</translation>
    </message>
    <message>
        <source>Several files that belong together, as orders and their lines, are dropped together.</source>
        <translation>주문과 주문 줄처럼 함께 쓰는 파일은 한꺼번에 끌어 놓으세요.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Save what was left out…</source>
        <translation>빠진 줄 저장…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>See what would happen</source>
        <translation>결과 미리 보기</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>목록 보기</translation>
    </message>
    <message>
        <source>Import from Excel</source>
        <translation>엑셀 가져오기</translation>
    </message>
    <message>
        <source>Excel and CSV (%1)</source>
        <translation>엑셀과 CSV (%1)</translation>
    </message>
    <message>
        <source>%1 - left out</source>
        <translation>%1 - 빠진 줄</translation>
    </message>
    <message>
        <source>Save what was left out</source>
        <translation>빠진 줄 저장</translation>
    </message>
    <message>
        <source>Excel (*.xlsx);;CSV (*.csv)</source>
        <translation>엑셀 (*.xlsx);;CSV (*.csv)</translation>
    </message>
    <message>
        <source>These are too many files at once.</source>
        <translation>한 번에 가져올 파일이 너무 많습니다.</translation>
    </message>
    <message>
        <source>Customers, products, orders and lines of orders go in together, one file of each.</source>
        <translation>거래처, 품목, 주문, 주문 줄을 한 파일씩 함께 가져올 수 있습니다.</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 여는 중</translation>
    </message>
    <message>
        <source>%1 and %2 hold the same.</source>
        <translation>%1, %2의 내용이 같은 종류입니다.</translation>
    </message>
    <message>
        <source>Say what the rows of one of them are, or import one after the other.</source>
        <translation>한 파일의 내용을 바꾸거나 하나씩 가져오세요.</translation>
    </message>
    <message>
        <source>No column was found for: %1.</source>
        <translation>이 열을 찾지 못했습니다: %1.</translation>
    </message>
    <message>
        <source>Choose it in the list with Enter.</source>
        <translation>아래 목록에서 Enter로 고르세요.</translation>
    </message>
    <message>
        <source>Reading the whole file</source>
        <translation>파일 전체를 읽는 중</translation>
    </message>
    <message>
        <source>Looking for customers and products</source>
        <translation>거래처와 품목을 찾는 중</translation>
    </message>
    <message>
        <source>Trying it out</source>
        <translation>결과를 미리 계산하는 중</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>가져오는 중</translation>
    </message>
    <message>
        <source>It was stopped. Nothing was changed.</source>
        <translation>멈췄습니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>This is what would happen; nothing is changed yet.</source>
        <translation>이렇게 됩니다. 아직 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>Import with Ctrl+Enter. It can be undone as a whole.</source>
        <translation>Ctrl+Enter로 가져오세요. 통째로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Everything is here already, so there is nothing to import.</source>
        <translation>가져올 것이 없습니다. 모두 이미 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>거래처 %n곳</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>품목 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>주문 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 were imported.</source>
        <translation>%1을(를) 가져왔습니다.</translation>
    </message>
    <message>
        <source>Another row of this order is wrong</source>
        <translation>같은 주문의 다른 줄이 잘못됨</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>문제</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were saved to be corrected and imported again: %1</source>
        <translation>
            <numerusform>%n줄을 저장했습니다. 고쳐서 다시 가져오세요: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::ImportReportView</name>
    <message>
        <source>What becomes of the rows</source>
        <translation>줄들이 어떻게 되는지</translation>
    </message>
    <message>
        <source>Rows with something wrong</source>
        <translation>문제가 있는 줄</translation>
    </message>
    <message>
        <source>Nothing is wrong.</source>
        <translation>문제가 없습니다.</translation>
    </message>
    <message>
        <source>Would be imported</source>
        <translation>가져올 것</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>가져온 것</translation>
    </message>
    <message>
        <source>New</source>
        <translation>새로</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>바뀜</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>Rows left out</source>
        <translation>빠진 줄</translation>
    </message>
    <message>
        <source>Lines of orders</source>
        <translation>주문 줄</translation>
    </message>
    <message>
        <source>Customers that orders name</source>
        <translation>주문에 적힌 거래처</translation>
    </message>
    <message>
        <source>Products that orders name</source>
        <translation>주문에 적힌 품목</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>줄</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>처리</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Stands there</source>
        <translation>적힌 값</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Goes in</source>
        <translation>가져옴</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>빠짐</translation>
    </message>
    <message>
        <source>Rows to be left out</source>
        <translation>빠질 줄</translation>
    </message>
</context>
<context>
    <name>dure::app::InPlaceSheet</name>
    <message>
        <source>Leave it</source>
        <translation>그대로 두기</translation>
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
    <name>dure::app::KeyHelpPage</name>
    <message>
        <source>On this page: %1</source>
        <translation>이 화면: %1</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>어디서나</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Choose a row</source>
        <translation>줄 고르기</translation>
    </message>
    <message>
        <source>Open the row</source>
        <translation>줄 열기</translation>
    </message>
</context>
<context>
    <name>dure::app::LeavingPage</name>
    <message>
        <source>The owner of %1 has stopped the use of this PC.</source>
        <translation>%1의 대표가 이 PC의 사용을 중지했습니다.</translation>
    </message>
    <message>
        <source>Your membership of %1 has ended.</source>
        <translation>%1의 소속이 끝났습니다.</translation>
    </message>
    <message>
        <source>The day has come until which %1 let you in.</source>
        <translation>%1에서 허락한 기한이 지났습니다.</translation>
    </message>
    <message>
        <source>Dure</source>
        <translation>두레</translation>
    </message>
    <message>
        <source>What this PC has not sent is handed in to the owner first. Then the company&apos;s data goes from this PC.</source>
        <translation>이 PC가 보내지 못한 작업을 먼저 대표에게 맡기고, 그다음에 회사 자료를 이 PC에서 지웁니다.</translation>
    </message>
    <message>
        <source>Looking for what was not sent…</source>
        <translation>보내지 못한 작업을 찾고 있습니다…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>지금 해 보기</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) are being handed in.</source>
        <translation>
            <numerusform>%n건을 맡기고 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 actions are handed in.</source>
        <translation>%2건 가운데 %1건을 맡겼습니다.</translation>
    </message>
    <message>
        <source>The cloud does not answer.</source>
        <translation>클라우드가 답하지 않습니다.</translation>
    </message>
    <message>
        <source>What was not sent stays here. It goes on by itself once there is a connection.</source>
        <translation>보내지 못한 작업은 이 PC에 있습니다. 연결되면 스스로 이어서 합니다.</translation>
    </message>
    <message>
        <source>What was not sent could not be handed in.</source>
        <translation>보내지 못한 작업을 맡기지 못했습니다.</translation>
    </message>
    <message>
        <source>It is kept on this PC and nothing is deleted. Sign in, or call the owner.</source>
        <translation>이 PC에 그대로 있고 아무것도 지우지 않았습니다. 로그인하거나 대표에게 전화하세요.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>Everything is handed in, but the data cannot be deleted yet.</source>
        <translation>작업은 모두 맡겼지만 자료를 아직 지우지 못합니다.</translation>
    </message>
    <message>
        <source>Close other programs that use it: %1</source>
        <translation>이 자료를 쓰는 다른 프로그램을 닫으세요: %1</translation>
    </message>
</context>
<context>
    <name>dure::app::LedgerModel</name>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>납품</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>입금</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>잔액</translation>
    </message>
    <message>
        <source>Carried forward</source>
        <translation>전기 이월</translation>
    </message>
</context>
<context>
    <name>dure::app::LedgerPage</name>
    <message>
        <source>Three months</source>
        <translation>석 달</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>이번 달</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>지난달</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>올해</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>From … to</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>Nothing happened in this period.</source>
        <translation>이 기간에는 거래가 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n건</numerusform>
        </translation>
    </message>
    <message>
        <source>From</source>
        <translation>시작일</translation>
    </message>
    <message>
        <source>To</source>
        <translation>종료일</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>거래처원장</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>인쇄</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>입금 기록</translation>
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
    <name>dure::app::ListPage</name>
    <message>
        <source>Filter this list</source>
        <translation>이 목록에서 찾기</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>불러오는 중…</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>상세</translation>
    </message>
    <message>
        <source>%1 found among all.</source>
        <translation>전체에서 %1건 찾음</translation>
    </message>
    <message>
        <source>More than %1 found among all.</source>
        <translation>전체에서 %1건 넘게 찾음</translation>
    </message>
    <message>
        <source>Show all of them</source>
        <translation>전체 보기</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>엑셀</translation>
    </message>
    <message>
        <source>Save this list as an Excel file (%1)</source>
        <translation>이 목록을 엑셀 파일로 저장 (%1)</translation>
    </message>
    <message>
        <source>Save this list as an Excel file</source>
        <translation>이 목록을 엑셀 파일로 저장</translation>
    </message>
    <message>
        <source>Import from Excel…</source>
        <translation>엑셀 가져오기…</translation>
    </message>
    <message>
        <source>Take in an Excel file</source>
        <translation>엑셀 파일 가져오기</translation>
    </message>
    <message>
        <source>2 minutes</source>
        <translation>2분</translation>
    </message>
    <message>
        <source>Choose a file, or drop it on this window. You see what would happen first.</source>
        <translation>파일을 고르거나 이 창에 끌어 놓으세요. 결과를 먼저 보여 줍니다.</translation>
    </message>
    <message>
        <source>Save this list as an Excel file…</source>
        <translation>이 목록을 엑셀 파일로 저장…</translation>
    </message>
    <message>
        <source>Save this list</source>
        <translation>목록 저장</translation>
    </message>
    <message>
        <source>Excel (*.xlsx);;CSV (*.csv)</source>
        <translation>엑셀 (*.xlsx);;CSV (*.csv)</translation>
    </message>
    <message>
        <source>Writing %1.</source>
        <translation>%1 파일을 쓰고 있습니다.</translation>
    </message>
    <message>
        <source>Writing %1: %2 rows.</source>
        <translation>%1 파일을 쓰고 있습니다: %2줄.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈춤</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were written: %1</source>
        <translation>
            <numerusform>%n줄을 저장했습니다: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>It was stopped; %1 was not written.</source>
        <translation>멈췄습니다. %1 파일은 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>Only what is dated %1 to %2 is shown.</source>
        <translation>%1부터 %2까지만 보입니다.</translation>
    </message>
    <message>
        <source>Show all days</source>
        <translation>모든 날 보기</translation>
    </message>
</context>
<context>
    <name>dure::app::LoadingListPage</name>
    <message>
        <source>Which days</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>이번 주</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF로 저장</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>인쇄</translation>
    </message>
    <message>
        <source>Save the loading list</source>
        <translation>배차표 저장</translation>
    </message>
    <message>
        <source>The loading list went to the printer.</source>
        <translation>배차표를 프린터로 보냈습니다.</translation>
    </message>
    <message>
        <source>The loading list lies in %1.</source>
        <translation>배차표를 %1에 저장했습니다.</translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation>프린터가 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>Look whether it is on, or save a PDF.</source>
        <translation>켜져 있는지 보거나 PDF로 저장하세요.</translation>
    </message>
    <message>
        <source>The loading list could not be written.</source>
        <translation>배차표를 저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>Look whether the folder is there, or choose another.</source>
        <translation>폴더가 있는지 보거나 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>Loading list</source>
        <translation>배차표</translation>
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
    <name>dure::app::MatterList</name>
    <message>
        <source>Matters</source>
        <translation>확인할 것</translation>
    </message>
</context>
<context>
    <name>dure::app::MatterPane</name>
    <message>
        <source>Nothing needs a look</source>
        <translation>확인할 것이 없습니다</translation>
    </message>
    <message>
        <source>Values that two PCs set differently, deliveries beyond an order, stock below nothing and what the cloud did not take are shown here.</source>
        <translation>두 PC의 값이 다르거나, 주문보다 많이 납품했거나, 재고가 모자라거나, 클라우드가 받지 않은 것이 있으면 여기에 나옵니다.</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>이대로 두기</translation>
    </message>
    <message>
        <source>Put this value back</source>
        <translation>이 값으로 되살리기</translation>
    </message>
    <message>
        <source>Field by field</source>
        <translation>칸마다 고르기</translation>
    </message>
    <message>
        <source>Save what is chosen</source>
        <translation>고른 대로 저장</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>그만두기</translation>
    </message>
    <message>
        <source>History: %1</source>
        <translation>기록: %1</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>확인했음</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>다시 하기</translation>
    </message>
    <message>
        <source>Delete after all</source>
        <translation>마저 지우기</translation>
    </message>
</context>
<context>
    <name>dure::app::MonthChart</name>
    <message>
        <source>Delivered by month</source>
        <translation>월별 납품</translation>
    </message>
    <message>
        <source>A year before: %1</source>
        <translation>전년 %1</translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation>예상 %1</translation>
    </message>
    <message>
        <source>exp. %1</source>
        <translation>예상 %1</translation>
    </message>
</context>
<context>
    <name>dure::app::NoteEventPage</name>
    <message>
        <source>Promissory note</source>
        <translation>어음</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>처리</translation>
    </message>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Collected: paid</source>
        <translation>추심: 결제됨</translation>
    </message>
    <message>
        <source>Discounted: sold to a bank</source>
        <translation>할인: 은행에 넘김</translation>
    </message>
    <message>
        <source>Endorsed: given on in payment</source>
        <translation>배서: 다른 곳에 넘김</translation>
    </message>
    <message>
        <source>Dishonoured: not paid</source>
        <translation>부도: 결제되지 않음</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Bank or receiver</source>
        <translation>은행 또는 받은 곳</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>matures %1</source>
        <translation>만기 %1</translation>
    </message>
    <message>
        <source>From that day the customer owes %1 again. The ledger says so.</source>
        <translation>그날부터 미수금 %1이 다시 생기고, 원장에 부도로 적힙니다.</translation>
    </message>
    <message>
        <source>What the customer owes stays as it is.</source>
        <translation>미수금은 그대로입니다.</translation>
    </message>
    <message>
        <source>Settle a note</source>
        <translation>어음 처리</translation>
    </message>
</context>
<context>
    <name>dure::app::NoteListModel</name>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Matures</source>
        <translation>만기일</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Note number</source>
        <translation>어음번호</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>발행인</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>은행</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>발행일</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>입금일</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>받은 곳</translation>
    </message>
</context>
<context>
    <name>dure::app::NoteListPage</name>
    <message>
        <source>Not matured</source>
        <translation>미도래</translation>
    </message>
    <message>
        <source>Due this week</source>
        <translation>이번 주 만기</translation>
    </message>
    <message>
        <source>Matured</source>
        <translation>만기</translation>
    </message>
    <message>
        <source>Dishonoured</source>
        <translation>부도</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>No note fits.</source>
        <translation>맞는 어음이 없습니다.</translation>
    </message>
    <message>
        <source>No notes were taken</source>
        <translation>받은 어음이 없습니다</translation>
    </message>
    <message>
        <source>A payment of the kind “promissory note” stands here until it matures.</source>
        <translation>입금 종류를 어음으로 적으면 만기까지 여기에 섭니다.</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>어음 처리</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n장</numerusform>
        </translation>
    </message>
    <message>
        <source>Collected, discounted or endorsed</source>
        <translation>추심, 할인, 배서</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>거래처원장</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>거래처 보기</translation>
    </message>
    <message>
        <source>This note is %1 already.</source>
        <translation>이미 %1 상태인 어음입니다.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>받을어음</translation>
    </message>
</context>
<context>
    <name>dure::app::OfflineNote</name>
    <message>
        <source>Try again</source>
        <translation>다시 해 보기</translation>
    </message>
</context>
<context>
    <name>dure::app::OrderDetailPane</name>
    <message>
        <source>Product</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>납품</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>납품하기</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Deliveries of this order</source>
        <translation>이 주문의 납품</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>알아 둘 것</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Owes %1</source>
        <translation>미수 %1</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>한도 %1</translation>
    </message>
    <message>
        <source>taken %1</source>
        <translation>접수 %1</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>납기 %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>받는 곳 %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>Products: %1</source>
        <translation>품목 %1</translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>more lines</comment>
        <translation>외 %1</translation>
    </message>
    <message>
        <source>reversal</source>
        <translation>되돌림</translation>
    </message>
    <message>
        <source>no. %1</source>
        <comment>part of an order</comment>
        <translation>%1차</translation>
    </message>
    <message>
        <source>Deliveries: %1</source>
        <translation>납품 %1회</translation>
    </message>
    <message>
        <source>Sum (VAT excluded) %1</source>
        <translation>합계 (VAT 별도) %1</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>다시 열기</translation>
    </message>
    <message>
        <source>Next: take it off hold</source>
        <translation>다음: 보류 풀기</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소된 주문입니다</translation>
    </message>
    <message>
        <source>Everything is delivered</source>
        <translation>모두 납품했습니다</translation>
    </message>
    <message>
        <source>Next: delivery no. %1</source>
        <translation>다음: %1차 납품</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>첨부 파일 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::OrderEditorPage</name>
    <message>
        <source>An order was begun here and not saved.</source>
        <translation>쓰다 만 주문이 있습니다.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>이어 적기</translation>
    </message>
    <message>
        <source>This order was begun before and goes on. Typed until %1.</source>
        <translation>쓰다 만 주문을 이어 적습니다. %1까지 적은 것입니다.</translation>
    </message>
    <message>
        <source>What was changed and not saved is here again. Typed until %1.</source>
        <translation>고치고 저장하지 않은 것을 다시 보여 드립니다. %1까지 적은 것입니다.</translation>
    </message>
    <message>
        <source>Begin a new one</source>
        <translation>새로 시작</translation>
    </message>
    <message>
        <source>Throw the changes away</source>
        <translation>고친 것 버리기</translation>
    </message>
    <message>
        <source>An order for %1 was begun and not saved.</source>
        <translation>%1의 쓰다 만 주문이 있습니다.</translation>
    </message>
    <message>
        <source>The customer “%1” was made.</source>
        <translation>거래처 “%1”을(를) 만들었습니다.</translation>
    </message>
    <message>
        <source>Address and terms can be filled in under Customers later.</source>
        <translation>주소와 조건은 나중에 거래처에서 채우세요.</translation>
    </message>
    <message>
        <source>This order was deleted elsewhere.</source>
        <translation>다른 PC에서 이 주문을 지웠습니다.</translation>
    </message>
    <message>
        <source>What you typed is still here.</source>
        <translation>적은 것은 여기 남아 있습니다.</translation>
    </message>
    <message>
        <source>Save as a new order</source>
        <translation>새 주문으로 저장</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>외 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>This order was changed elsewhere meanwhile: %1</source>
        <translation>그사이 다른 PC에서 이 주문을 고쳤습니다: %1</translation>
    </message>
    <message>
        <source>What you typed stays. Saving changes only what you changed.</source>
        <translation>적은 것은 그대로입니다. 저장하면 여기서 고친 칸만 바뀝니다.</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>새 주문</translation>
    </message>
    <message>
        <source>Edit the order</source>
        <translation>주문 고치기</translation>
    </message>
    <message>
        <source>Kept on this PC as you type</source>
        <translation>적는 대로 이 PC에 보관됩니다</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) pasted.</source>
        <translation>
            <numerusform>%n줄을 붙여넣었습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are of no product that is known; they stay as text, marked.</source>
        <translation>
            <numerusform>%n줄은 품목에 없어 글로 남기고 표시했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>To the first</source>
        <translation>첫 줄로</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>다음 칸</translation>
    </message>
    <message>
        <source>list</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>to the lines</source>
        <translation>품목 줄로</translation>
    </message>
    <message>
        <source>save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>next cell</source>
        <translation>다음 칸</translation>
    </message>
    <message>
        <source>edit the cell</source>
        <translation>칸 고치기</translation>
    </message>
    <message>
        <source>as above</source>
        <translation>위와 같게</translation>
    </message>
    <message>
        <source>paste from Excel</source>
        <translation>Excel에서 붙여넣기</translation>
    </message>
    <message>
        <source>delete the line</source>
        <translation>줄 지우기</translation>
    </message>
    <message>
        <source>to the head</source>
        <translation>머리글로</translation>
    </message>
    <message>
        <source>For this quantity %1 is agreed since %2. %3 in the price shows all prices.</source>
        <translation>이 수량의 합의 단가는 %1원입니다 (%2부터). 단가 칸에서 %3을(를) 누르면 고를 수 있습니다.</translation>
    </message>
    <message>
        <source>With all of this order delivered the customer owes %1.</source>
        <translation>이 주문까지 모두 납품하면 미수 %1입니다.</translation>
    </message>
    <message>
        <source>With all of this order delivered the customer owes %1, within the limit.</source>
        <translation>이 주문까지 모두 납품하면 미수 %1, 한도 안입니다.</translation>
    </message>
    <message>
        <source>With all of this order delivered the customer owes %1, %2 over the limit.</source>
        <translation>이 주문까지 모두 납품하면 미수 %1, 한도를 %2 넘습니다.</translation>
    </message>
    <message>
        <source>It was not saved.</source>
        <translation>저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>A field of the head cannot be read. Correct what is marked.</source>
        <translation>머리글에 읽을 수 없는 칸이 있습니다. 표시된 칸을 고치세요.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1번째 줄: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) name no product that is known.</source>
        <translation>
            <numerusform>품목에 없는 줄이 %n개 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>A line that was delivered cannot be taken out.</source>
        <translation>납품한 줄은 지울 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 in the lines brings it back.</source>
        <translation>품목 줄에서 %1을(를) 누르면 돌아옵니다.</translation>
    </message>
    <message>
        <source>What was changed in an order that is deleted now was not saved.</source>
        <translation>삭제된 주문에서 고치던 내용이 저장되지 않은 채 남아 있습니다.</translation>
    </message>
    <message>
        <source>The products&apos; own names stand in place of “%1”.</source>
        <translation>“%1” 대신 품목에 등록된 품명을 넣었습니다.</translation>
    </message>
    <message>
        <source>The quantity is below 0: this line takes goods back.</source>
        <translation>수량이 0보다 작습니다. 반품으로 적힙니다.</translation>
    </message>
    <message>
        <source>It is due before it was ordered. Check both dates.</source>
        <translation>납기가 주문일보다 빠릅니다. 두 날짜를 확인하세요.</translation>
    </message>
    <message>
        <source>The product “%1” was made.</source>
        <translation>품목 “%1”을(를) 만들었습니다.</translation>
    </message>
    <message>
        <source>Code, spec and price can be filled in under Products later.</source>
        <translation>코드·규격·단가는 나중에 품목에서 적으면 됩니다.</translation>
    </message>
    <message>
        <source>Choose or make a product with %1, or press %2 again to save them as text.</source>
        <translation>%1(으)로 품목을 고르거나 새로 만드세요. 글로 두려면 %2을(를) 한 번 더 누르세요.</translation>
    </message>
    <message>
        <source>as the last order</source>
        <translation>지난 주문처럼</translation>
    </message>
    <message>
        <source>The lines of the earlier order are taken over.</source>
        <translation>지난 주문의 품목을 가져왔습니다.</translation>
    </message>
    <message>
        <source>Agreed and list prices are today&apos;s. Check quantities and dates.</source>
        <translation>합의 단가와 정가는 오늘 것입니다. 수량과 날짜를 확인하세요.</translation>
    </message>
    <message>
        <source>The lines of the quotation are taken over.</source>
        <translation>견적의 품목을 가져왔습니다.</translation>
    </message>
    <message>
        <source>The prices are those that were quoted. Check quantities and dates.</source>
        <translation>단가는 견적한 그대로입니다. 수량과 날짜를 확인하세요.</translation>
    </message>
    <message>
        <source>This customer has no earlier order.</source>
        <translation>이 거래처의 지난 주문이 없습니다.</translation>
    </message>
    <message>
        <source>The lines of the last order are taken over.</source>
        <translation>지난 주문의 품목을 가져왔습니다.</translation>
    </message>
    <message>
        <source>This line cannot be split yet.</source>
        <translation>이 줄은 아직 나눌 수 없습니다.</translation>
    </message>
    <message>
        <source>Type its quantity first.</source>
        <translation>수량을 먼저 넣으세요.</translation>
    </message>
    <message>
        <source>All of this line was delivered. Nothing of it is left to split.</source>
        <translation>이 줄은 모두 납품했습니다. 나눌 수량이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>The line now stands in %n part(s).</source>
        <translation>
            <numerusform>줄을 %n개 납기로 나누었습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>take the part out</source>
        <translation>줄 빼기</translation>
    </message>
    <message>
        <source>calendar</source>
        <translation>달력</translation>
    </message>
    <message>
        <source>split the line</source>
        <translation>나누기</translation>
    </message>
    <message>
        <source>leave it</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <source>split by due date</source>
        <translation>납기 나누기</translation>
    </message>
    <message>
        <source>The dates and quantities you typed are still there.</source>
        <translation>입력한 납기와 수량은 그대로 있습니다.</translation>
    </message>
    <message>
        <source>%1 on the line brings them back.</source>
        <translation>그 줄에서 %1 키를 누르면 다시 나옵니다.</translation>
    </message>
    <message>
        <source>Line %1 was being split; %2 on it brings the parts back.</source>
        <translation>%1번째 줄의 납기를 나누던 중이었습니다. 그 줄에서 %2를 누르면 그대로 나옵니다.</translation>
    </message>
</context>
<context>
    <name>dure::app::OrderFoot</name>
    <message>
        <source>Lines</source>
        <translation>줄</translation>
    </message>
    <message>
        <source>Supply</source>
        <translation>공급가액</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>세액</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
</context>
<context>
    <name>dure::app::OrderHead</name>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Delivered to</source>
        <translation>받는 곳</translation>
    </message>
    <message>
        <source>Ordered on</source>
        <translation>주문일</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>납기</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Customer&apos;s order number</source>
        <translation>거래처 주문번호</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>세금</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>결제</translation>
    </message>
    <message>
        <source>This customer</source>
        <translation>이 거래처</translation>
    </message>
    <message>
        <source>Taxed, VAT on top</source>
        <translation>과세, VAT 별도</translation>
    </message>
    <message>
        <source>Taxed, VAT included</source>
        <translation>과세, VAT 포함</translation>
    </message>
    <message>
        <source>Zero-rated</source>
        <translation>영세율</translation>
    </message>
    <message>
        <source>Exempt</source>
        <translation>면세</translation>
    </message>
    <message>
        <source>The customer&apos;s address</source>
        <translation>거래처 주소</translation>
    </message>
    <message>
        <source>Owes %1</source>
        <translation>미수 %1</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>한도 %1</translation>
    </message>
    <message>
        <source>Choose a customer.</source>
        <translation>거래처를 고르세요.</translation>
    </message>
</context>
<context>
    <name>dure::app::OrderLineGrid</name>
    <message>
        <source>Source</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>단가</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>언제부터</translation>
    </message>
    <message>
        <source>Order lines</source>
        <translation>주문 줄</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>단가</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1부터</translation>
    </message>
    <message>
        <source>%1, %2 or more</source>
        <translation>%1, %2개 이상</translation>
    </message>
    <message numerus="yes">
        <source>%n price(s)</source>
        <translation>
            <numerusform>단가 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a product first, or type the price.</source>
        <translation>품목을 먼저 고르거나, 단가를 적으세요.</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>고르기</translation>
    </message>
    <message>
        <source>take</source>
        <translation>넣기</translation>
    </message>
    <message>
        <source>close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Split by due date…</source>
        <translation>납기 나누기…</translation>
    </message>
    <message>
        <source>Insert a line</source>
        <translation>줄 끼우기</translation>
    </message>
    <message>
        <source>Delete the line</source>
        <translation>줄 지우기</translation>
    </message>
</context>
<context>
    <name>dure::app::OrderLineModel</name>
    <message>
        <source>No product is called so. It stays as text; choose one with F4 if there is one.</source>
        <translation>품목에 없습니다. 글로 남습니다. 있는 품목이면 F4로 고르세요.</translation>
    </message>
    <message>
        <source>Product code</source>
        <translation>품목 코드</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Spec</source>
        <translation>규격</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>단가</translation>
    </message>
    <message>
        <source>Supply</source>
        <translation>공급가액</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>세액</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>납기</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>From</source>
        <translation>근거</translation>
    </message>
</context>
<context>
    <name>dure::app::OrderListModel</name>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>납기</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>납품률</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Supply amount</source>
        <translation>공급가액</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>주문번호</translation>
    </message>
    <message>
        <source>Ordered on</source>
        <translation>주문일</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>세액</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>more lines</comment>
        <translation>외 %1</translation>
    </message>
</context>
<context>
    <name>dure::app::OrderListPage</name>
    <message>
        <source>Due today</source>
        <translation>오늘 납기</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>No order fits.</source>
        <translation>맞는 주문이 없습니다.</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>새 주문</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>납품하기</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>거래처 보기</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>보류</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>다시 열기</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>주문 취소</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>There are no orders yet</source>
        <translation>아직 주문이 없습니다</translation>
    </message>
    <message>
        <source>Write the first order</source>
        <translation>첫 주문 적기</translation>
    </message>
    <message>
        <source>about 5 minutes to the statement</source>
        <translation>거래명세서까지 약 5분</translation>
    </message>
    <message>
        <source>Customers and products can be made while you write.</source>
        <translation>거래처와 품목은 적으면서 만들 수 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n order(s)</source>
        <translation>
            <numerusform>%n건 넘음</numerusform>
        </translation>
    </message>
    <message>
        <source>Order %1 was cancelled.</source>
        <translation>주문 %1을(를) 취소했습니다.</translation>
    </message>
    <message>
        <source>Order %1 is on hold.</source>
        <translation>주문 %1을(를) 보류했습니다.</translation>
    </message>
    <message>
        <source>Order %1 is open again.</source>
        <translation>주문 %1을(를) 다시 열었습니다.</translation>
    </message>
    <message>
        <source>Order %1 was deleted.</source>
        <translation>주문 %1을(를) 지웠습니다.</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Begin here.</source>
        <translation>여기서 시작하세요.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>orders that are not delivered in full</comment>
        <translation>미출고</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>the order, in the editor</comment>
        <translation>열기</translation>
    </message>
    <message>
        <source>A new order that was begun is kept on this PC.</source>
        <translation>적다 둔 새 주문이 이 PC에 있습니다.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>이어 적기</translation>
    </message>
    <message>
        <source>Deliveries are recorded for it, so it cannot be deleted.</source>
        <translation>납품 기록이 있어 지울 수 없습니다.</translation>
    </message>
    <message>
        <source>It can be cancelled.</source>
        <translation>주문 취소는 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Take them back; then it can be cancelled.</source>
        <translation>납품을 되돌리면 주문 취소는 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>첨부 파일</translation>
    </message>
    <message>
        <source>Copy to a new order</source>
        <translation>새 주문으로 복사</translation>
    </message>
    <message>
        <source>Vehicle and time…</source>
        <translation>차량과 시각…</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>미납 현황</translation>
    </message>
</context>
<context>
    <name>dure::app::OutstandingDetailPane</name>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>납품하기</translation>
    </message>
    <message>
        <source>Open the order</source>
        <translation>주문 열기</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>남은 수량</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>납기</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>줄 수</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>납품처</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>납품</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>현재고</translation>
    </message>
    <message>
        <source>All orders</source>
        <translation>전체 주문</translation>
    </message>
    <message>
        <source>Also waiting in this order</source>
        <translation>이 주문의 다른 미납</translation>
    </message>
    <message>
        <source>different units</source>
        <translation>단위가 다름</translation>
    </message>
    <message>
        <source>%1 without VAT</source>
        <translation>%1 (부가세 별도)</translation>
    </message>
    <message>
        <source>Order %1 · on hold</source>
        <translation>주문 %1 · 보류</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>주문 %1</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>Next: deliver what remains</source>
        <translation>다음: 남은 수량 납품</translation>
    </message>
    <message>
        <source>The delivery begins with all that waits of this order.</source>
        <translation>이 주문의 미납이 모두 담긴 납품으로 시작합니다.</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>소계</translation>
    </message>
    <message>
        <source>Without a due date</source>
        <translation>납기 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n건</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 of them late</source>
        <translation>%1, 지연 %2건</translation>
    </message>
    <message>
        <source>Choose a line to deliver</source>
        <translation>납품할 줄을 고르세요</translation>
    </message>
    <message>
        <source>Deliveries are recorded order by order.</source>
        <translation>납품은 주문마다 기록합니다.</translation>
    </message>
    <message>
        <source>wait for %1: %2 too few</source>
        <translation>%1 미납, 재고 %2 부족</translation>
    </message>
    <message>
        <source>wait for %1: there is enough</source>
        <translation>%1 미납, 재고 충분</translation>
    </message>
</context>
<context>
    <name>dure::app::OutstandingListModel</name>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>납기</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>남은 수량</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>Amount left</source>
        <translation>남은 금액</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>납품</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>주문번호</translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>지연 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Different units are not added up.</source>
        <translation>단위가 다른 수량은 더하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>dure::app::OutstandingListPage</name>
    <message>
        <source>Gathered by</source>
        <translation>묶음 기준</translation>
    </message>
    <message>
        <source>Due this week</source>
        <translation>이번 주 납기</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Nothing that waits fits.</source>
        <translation>맞는 미납이 없습니다.</translation>
    </message>
    <message>
        <source>By customer</source>
        <translation>거래처별</translation>
    </message>
    <message>
        <source>By product</source>
        <translation>품목별</translation>
    </message>
    <message>
        <source>By date</source>
        <translation>납기별</translation>
    </message>
    <message>
        <source>Gather by customer, by product or by date</source>
        <translation>거래처별·품목별·납기별로 바꾸기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>납품하기</translation>
    </message>
    <message>
        <source>Open the order</source>
        <translation>주문 열기</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>거래처 보기</translation>
    </message>
    <message>
        <source>Show the product</source>
        <translation>품목 보기</translation>
    </message>
    <message>
        <source>Nothing waits to be delivered</source>
        <translation>미납이 없습니다</translation>
    </message>
    <message>
        <source>Here stands what was ordered and has not gone out yet.</source>
        <translation>주문받고 아직 나가지 않은 수량이 여기에 보입니다.</translation>
    </message>
    <message>
        <source>To the orders</source>
        <translation>주문으로</translation>
    </message>
    <message>
        <source>Take down an order</source>
        <translation>주문 적기</translation>
    </message>
    <message>
        <source>about a minute</source>
        <translation>1분쯤</translation>
    </message>
    <message>
        <source>Its lines stand here until they are delivered.</source>
        <translation>납품할 때까지 여기에 남아 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n late</source>
        <translation>
            <numerusform>%1, 지연 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>미납 현황</translation>
    </message>
</context>
<context>
    <name>dure::app::PaperPreview</name>
    <message>
        <source>Preview of the paper</source>
        <translation>인쇄 미리보기</translation>
    </message>
</context>
<context>
    <name>dure::app::PasswordField</name>
    <message>
        <source>Show what is typed</source>
        <translation>입력한 글자 보기</translation>
    </message>
</context>
<context>
    <name>dure::app::PaymentEditorPage</name>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>입금</translation>
    </message>
    <message>
        <source>Amount (won)</source>
        <translation>금액 (원)</translation>
    </message>
    <message>
        <source>All that is owed</source>
        <translation>전액</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>입금일</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Note number</source>
        <translation>어음번호</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>발행인</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>은행</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>발행일</translation>
    </message>
    <message>
        <source>Matures on</source>
        <translation>만기일</translation>
    </message>
    <message>
        <source>Promissory note</source>
        <translation>어음</translation>
    </message>
    <message>
        <source>Paid deliveries</source>
        <translation>입금 배분</translation>
    </message>
    <message>
        <source>By itself: the oldest delivery first</source>
        <translation>자동 배분: 오래된 납품부터</translation>
    </message>
    <message>
        <source>Choose a customer.</source>
        <translation>거래처를 고르세요.</translation>
    </message>
    <message>
        <source>Owes %1</source>
        <translation>미수 %1</translation>
    </message>
    <message>
        <source>overdue %1</source>
        <translation>기한 지남 %1</translation>
    </message>
    <message>
        <source>Paid %1 in advance</source>
        <translation>선입금 %1</translation>
    </message>
    <message>
        <source>Owes nothing</source>
        <translation>미수금 없음</translation>
    </message>
    <message>
        <source>Choose a customer to see what is not paid.</source>
        <translation>거래처를 고르면 받지 못한 납품이 나옵니다.</translation>
    </message>
    <message>
        <source>All deliveries are paid.</source>
        <translation>받지 못한 납품이 없습니다.</translation>
    </message>
    <message>
        <source>%1 more than what is owed: it stays as paid in advance.</source>
        <translation>미수금보다 %1 많습니다. 선입금으로 남습니다.</translation>
    </message>
    <message>
        <source>Together %1 more than the payment.</source>
        <translation>배분한 금액이 입금액보다 %1 많습니다.</translation>
    </message>
    <message>
        <source>%1 left: it goes to the oldest delivery.</source>
        <translation>남은 %1은 오래된 납품부터 갚습니다.</translation>
    </message>
    <message>
        <source>Record a payment</source>
        <translation>입금 기록</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전액</translation>
    </message>
</context>
<context>
    <name>dure::app::PaymentListModel</name>
    <message>
        <source>Received on</source>
        <translation>입금일</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Note number</source>
        <translation>어음번호</translation>
    </message>
    <message>
        <source>Matures</source>
        <translation>만기일</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>메모</translation>
    </message>
</context>
<context>
    <name>dure::app::PaymentListPage</name>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>이번 주</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>이번 달</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>No payment fits.</source>
        <translation>맞는 입금이 없습니다.</translation>
    </message>
    <message>
        <source>No money came in yet</source>
        <translation>아직 입금이 없습니다</translation>
    </message>
    <message>
        <source>Payments stand here by day.</source>
        <translation>입금이 날짜순으로 여기에 섭니다.</translation>
    </message>
    <message>
        <source>New payment</source>
        <translation>입금 기록</translation>
    </message>
    <message>
        <source>Record a payment</source>
        <translation>입금 기록</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>1분 안</translation>
    </message>
    <message>
        <source>Choose who paid, press F4 for all that is owed, and F8.</source>
        <translation>거래처를 고르고 F4로 전액을 넣은 뒤 F8을 누르세요.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>거래처원장</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>거래처 보기</translation>
    </message>
    <message>
        <source>Take the payment back</source>
        <translation>입금 취소</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation>
            <numerusform>%n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n payment(s)</source>
        <translation>
            <numerusform>%n건 넘음</numerusform>
        </translation>
    </message>
    <message>
        <source>Payment %1 was taken back.</source>
        <translation>입금 %1을(를) 취소했습니다.</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>입금 내역</translation>
    </message>
</context>
<context>
    <name>dure::app::PeoplePage</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>People and devices are asked of the cloud, and there is no connection now.</source>
        <translation>사람과 기기는 클라우드에 있고, 지금은 연결이 없습니다.</translation>
    </message>
    <message>
        <source>Everything else works without it. The lists come by themselves once there is a connection.</source>
        <translation>다른 일은 모두 그대로 됩니다. 연결되면 목록이 저절로 나옵니다.</translation>
    </message>
    <message>
        <source>People and devices</source>
        <translation>사람과 기기</translation>
    </message>
</context>
<context>
    <name>dure::app::PersonSection</name>
    <message>
        <source>Make the invitation code</source>
        <translation>초대 코드 만들기</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Invitations that wait</source>
        <translation>기다리는 초대</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>기한</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>2단계 인증</translation>
    </message>
    <message>
        <source>For</source>
        <translation>받는 사람</translation>
    </message>
    <message>
        <source>Code good until</source>
        <translation>코드 기한</translation>
    </message>
    <message>
        <source>Invited by</source>
        <translation>초대한 사람</translation>
    </message>
    <message>
        <source>People</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>Who works here, and what each may do.</source>
        <translation>누가 일하고, 무엇을 할 수 있는지 봅니다.</translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation>사람 초대</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (나)</translation>
    </message>
    <message>
        <source>on</source>
        <translation>켜짐</translation>
    </message>
    <message>
        <source>whoever has the code</source>
        <translation>코드를 가진 사람</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>거두기</translation>
    </message>
    <message>
        <source>The invitation was taken back. Its code opens nothing any more.</source>
        <translation>초대를 거두었습니다. 그 코드는 이제 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Change the role</source>
        <translation>역할 바꾸기</translation>
    </message>
    <message>
        <source>%1 has the role %2 now.</source>
        <translation>%1 님의 역할은 이제 %2입니다.</translation>
    </message>
    <message>
        <source>Code for a forgotten password</source>
        <translation>비밀번호 코드</translation>
    </message>
    <message>
        <source>End the membership</source>
        <translation>소속 끝내기</translation>
    </message>
    <message>
        <source>%1 leaves this company.</source>
        <translation>%1 님의 소속을 끝냅니다.</translation>
    </message>
    <message>
        <source>What their PCs have not sent is handed in first; then the company goes from those PCs.</source>
        <translation>그 PC들이 보내지 않은 작업은 먼저 대표에게 맡겨지고, 그다음에 회사 자료가 지워집니다.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <source>The membership of %1 has ended.</source>
        <translation>%1 님의 소속을 끝냈습니다.</translation>
    </message>
    <message>
        <source>One-time code for %1, good until %2</source>
        <translation>%1 님의 일회용 코드 · %2까지</translation>
    </message>
    <message>
        <source>Tell it by telephone. On the sign-in page, under “Forgotten password”, it makes a new password. It is shown only this once.</source>
        <translation>전화로 알려 주세요. 로그인 화면의 ‘비밀번호를 잊었을 때’에서 새 비밀번호를 정합니다. 지금 한 번만 보입니다.</translation>
    </message>
    <message>
        <source>empty: whoever has the code</source>
        <translation>비우면 코드를 가진 누구나</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n일</numerusform>
        </translation>
    </message>
    <message>
        <source>The code is good for</source>
        <translation>코드 기한</translation>
    </message>
    <message>
        <source>Invitation code, good until %1</source>
        <translation>초대 코드 · %1까지</translation>
    </message>
    <message>
        <source>On the new PC: start Dure, choose “I have an invitation code” and type it. It is shown only this once.</source>
        <translation>새 PC에서 두레를 켜고 ‘초대 코드가 있습니다’를 눌러 넣으세요. 지금 한 번만 보입니다.</translation>
    </message>
</context>
<context>
    <name>dure::app::PriceChangeGrid</name>
    <message>
        <source>New prices</source>
        <translation>새 단가</translation>
    </message>
</context>
<context>
    <name>dure::app::PriceChangeHead</name>
    <message>
        <source>List price</source>
        <translation>정가</translation>
    </message>
    <message>
        <source>Agreed prices</source>
        <translation>합의 단가</translation>
    </message>
    <message>
        <source>Last paid, nothing agreed</source>
        <translation>합의 없는 곳의 지난 단가</translation>
    </message>
    <message>
        <source>What a customer without an agreement paid in the last twelve months; the new price is then an agreed one.</source>
        <translation>합의 단가가 없는 거래처가 지난 12개월에 치른 단가입니다. 새 단가는 합의 단가가 됩니다.</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Which prices</source>
        <translation>바꿀 단가</translation>
    </message>
    <message>
        <source>How</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>By how much</source>
        <translation>얼마나</translation>
    </message>
    <message>
        <source>To whole</source>
        <translation>끝수 단위</translation>
    </message>
    <message>
        <source>What is left over</source>
        <translation>끝수 처리</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>적용일</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Name, initial consonants or code</source>
        <translation>이름, 초성, 코드</translation>
    </message>
    <message>
        <source>Why, for the agreed prices</source>
        <translation>바꾸는 까닭 (합의 단가에 적힘)</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>선택한 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>In use</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <source>Below safety stock</source>
        <translation>안전 재고 미만</translation>
    </message>
    <message>
        <source>All, also inactive</source>
        <translation>전체 (쉬는 품목도)</translation>
    </message>
    <message>
        <source>Up by percent</source>
        <translation>% 올리기</translation>
    </message>
    <message>
        <source>Down by percent</source>
        <translation>% 내리기</translation>
    </message>
    <message>
        <source>Up by won</source>
        <translation>원 올리기</translation>
    </message>
    <message>
        <source>Down by won</source>
        <translation>원 내리기</translation>
    </message>
    <message>
        <source>One new price</source>
        <translation>새 단가 하나로</translation>
    </message>
    <message>
        <source>%1 won</source>
        <translation>%1원</translation>
    </message>
    <message>
        <source>Half up</source>
        <translation>반올림</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>올림</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>버림</translation>
    </message>
    <message>
        <source>Not a number that can stand here. Type digits.</source>
        <translation>넣을 수 없는 숫자입니다. 숫자를 넣으세요.</translation>
    </message>
    <message>
        <source>won</source>
        <translation>원</translation>
    </message>
    <message>
        <source>The day is empty. Fill it in.</source>
        <translation>날짜가 비어 있습니다. 적어 주세요.</translation>
    </message>
    <message>
        <source>No customer of this name. Choose one from the list, or empty the field.</source>
        <translation>이 이름의 거래처가 없습니다. 목록에서 고르거나 칸을 비우세요.</translation>
    </message>
    <message>
        <source>Type by how much; 0 where only the exceptions change.</source>
        <translation>얼마나 바꿀지 넣으세요. 예외만 바꾸려면 0을 넣으세요.</translation>
    </message>
</context>
<context>
    <name>dure::app::PriceChangeModel</name>
    <message>
        <source>The price would be 0 or less. Type one, or leave the row out.</source>
        <translation>단가가 0 이하가 됩니다. 단가를 넣거나 이 줄을 빼세요.</translation>
    </message>
    <message>
        <source>The price would be too large. Type one, or leave the row out.</source>
        <translation>단가가 너무 큽니다. 단가를 넣거나 이 줄을 빼세요.</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>뺀 줄</translation>
    </message>
    <message>
        <source>There is no price yet.</source>
        <translation>아직 단가가 없습니다.</translation>
    </message>
    <message>
        <source>is agreed already</source>
        <translation>이미 합의됨</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>only until %1: another begins then</source>
        <translation>%1까지만: 뒤에 다른 단가가 있음</translation>
    </message>
    <message>
        <source>%1 is agreed from that day and is replaced</source>
        <translation>같은 날 합의한 %1 대신</translation>
    </message>
    <message>
        <source>dearer than a smaller quantity</source>
        <translation>적은 수량보다 비쌈</translation>
    </message>
    <message>
        <source>above the list price</source>
        <translation>정가보다 비쌈</translation>
    </message>
    <message>
        <source>by more than half</source>
        <translation>절반 넘게 바뀜</translation>
    </message>
    <message>
        <source>last paid on %1</source>
        <translation>%1에 치른 단가</translation>
    </message>
    <message>
        <source>agreed from %1</source>
        <translation>%1부터 합의</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>From quantity</source>
        <translation>수량부터</translation>
    </message>
    <message>
        <source>Old price</source>
        <translation>지금 단가</translation>
    </message>
    <message>
        <source>New price</source>
        <translation>새 단가</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>A price has at most four decimals.</source>
        <translation>단가는 소수 넷째 자리까지입니다.</translation>
    </message>
    <message>
        <source>The price is too large.</source>
        <translation>단가가 너무 큽니다.</translation>
    </message>
    <message>
        <source>Not a number that can stand here. Type digits.</source>
        <translation>넣을 수 없는 숫자입니다. 숫자를 넣으세요.</translation>
    </message>
    <message>
        <source>A price is more than 0. Type another, or leave the row out.</source>
        <translation>단가는 0보다 커야 합니다. 다시 넣거나 이 줄을 빼세요.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>구분</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변동</translation>
    </message>
    <message>
        <source>would be 0 or less</source>
        <translation>0 이하가 됨</translation>
    </message>
    <message>
        <source>would be too large</source>
        <translation>너무 커짐</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message>
        <source>change it on the day itself</source>
        <translation>그날 바꿈</translation>
    </message>
</context>
<context>
    <name>dure::app::PriceChangePage</name>
    <message>
        <source>next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>leave the row out</source>
        <translation>줄 빼기</translation>
    </message>
    <message>
        <source>fields and preview</source>
        <translation>조건과 미리보기</translation>
    </message>
    <message>
        <source>find products</source>
        <translation>품목 찾기</translation>
    </message>
    <message>
        <source>save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>바뀜</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>확인할 것</translation>
    </message>
    <message>
        <source>Staying as they are</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>What you type is kept on this PC</source>
        <translation>적는 대로 이 PC에 보관됩니다</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>What you typed before is back.</source>
        <translation>전에 적던 것을 되살렸습니다.</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>새로 시작</translation>
    </message>
    <message>
        <source>Somebody changed prices meanwhile.</source>
        <translation>그사이 다른 곳에서 단가를 바꿨습니다.</translation>
    </message>
    <message>
        <source>The preview follows; look at it again before saving.</source>
        <translation>미리보기에 반영했습니다. 다시 보고 저장하세요.</translation>
    </message>
    <message>
        <source>Reading the prices</source>
        <translation>단가를 읽는 중</translation>
    </message>
    <message>
        <source>No price fits. Choose other products or other prices.</source>
        <translation>맞는 단가가 없습니다. 품목이나 바꿀 단가를 다시 고르세요.</translation>
    </message>
    <message numerus="yes">
        <source>%n to put right</source>
        <translation>
            <numerusform>고칠 것 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n list price(s) to change on the day itself</source>
        <translation>
            <numerusform>정가 %n건은 그날 바꾸세요</numerusform>
        </translation>
    </message>
    <message>
        <source>It was not saved.</source>
        <translation>저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>Correct what is marked.</source>
        <translation>표시된 곳을 고치세요.</translation>
    </message>
    <message>
        <source>A price is not right. Correct what is marked, or leave the row out with Ctrl+Del.</source>
        <translation>맞지 않는 단가가 있습니다. 표시된 곳을 고치거나 Ctrl+Del로 빼세요.</translation>
    </message>
    <message>
        <source>There is nothing to save.</source>
        <translation>저장할 것이 없습니다.</translation>
    </message>
    <message>
        <source>A list price has no day: choose today, or change it on the day itself.</source>
        <translation>정가는 적용일이 없습니다. 오늘로 하거나 그날 바꾸세요.</translation>
    </message>
    <message>
        <source>Type by how much the prices change.</source>
        <translation>단가를 얼마나 바꿀지 넣으세요.</translation>
    </message>
    <message>
        <source>Writing the prices; Esc stops it</source>
        <translation>단가를 저장하고 있습니다. 멈추려면 Esc를 누르세요.</translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) changed from %1 on.</source>
        <translation>
            <numerusform>단가 %n건을 바꿨습니다. 적용일 %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was stopped. Nothing was changed.</source>
        <translation>멈췄습니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>Somebody changed prices meanwhile, so nothing was saved.</source>
        <translation>그사이 다른 곳에서 단가를 바꿔 저장하지 않았습니다.</translation>
    </message>
    <message>
        <source>Change prices</source>
        <translation>단가 일괄 변경</translation>
    </message>
</context>
<context>
    <name>dure::app::PriceEditorPage</name>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Name, initial consonants, code or number.</source>
        <translation>상호, 초성, 코드, 등록번호로 찾습니다.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>단가</translation>
    </message>
    <message>
        <source>A price holds from its day on, until a later one. Ctrl+Del takes a line out.</source>
        <translation>적용일부터 다음 단가까지 씁니다. Ctrl+Del로 줄을 지웁니다.</translation>
    </message>
    <message>
        <source>Agreed prices</source>
        <translation>합의 단가</translation>
    </message>
</context>
<context>
    <name>dure::app::PriceExceptions</name>
    <message>
        <source>Otherwise for</source>
        <translation>예외 거래처</translation>
    </message>
    <message>
        <source>Its change</source>
        <translation>예외 값</translation>
    </message>
    <message>
        <source>then Enter</source>
        <translation>넣고 Enter</translation>
    </message>
    <message>
        <source>Choose the customer, or empty the field.</source>
        <translation>거래처를 고르거나 칸을 비우세요.</translation>
    </message>
    <message>
        <source>Type how its prices change, and Enter.</source>
        <translation>이 거래처의 값을 넣고 Enter를 누르세요.</translation>
    </message>
    <message>
        <source>Not a number that can stand here. Type digits.</source>
        <translation>넣을 수 없는 숫자입니다. 숫자를 넣으세요.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>customer, change</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Take away: %1</source>
        <translation>빼기: %1</translation>
    </message>
    <message>
        <source>One customer</source>
        <translation>다르게 바꿀 거래처</translation>
    </message>
    <message>
        <source>“%1” for %2 is no figure of this kind. Type it anew and Enter, or take it away.</source>
        <translation>%2의 “%1”은(는) 이 방식에 쓸 수 없는 값입니다. 다시 입력하고 Enter를 누르거나 빼 주세요.</translation>
    </message>
</context>
<context>
    <name>dure::app::PriceGrid</name>
    <message>
        <source>Agreed prices</source>
        <translation>합의 단가</translation>
    </message>
</context>
<context>
    <name>dure::app::PriceListModel</name>
    <message>
        <source>There is no price. Type one.</source>
        <translation>단가가 비어 있습니다. 단가를 넣으세요.</translation>
    </message>
    <message>
        <source>Line %1 says the same day and quantity. Change one.</source>
        <translation>%1번 줄과 적용일, 수량이 같습니다. 하나를 고치세요.</translation>
    </message>
    <message>
        <source>later</source>
        <translation>예정</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>before</source>
        <translation>지난 단가</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>적용일</translation>
    </message>
    <message>
        <source>From quantity</source>
        <translation>수량부터</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>단가</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>Not a day. Type it as 11-23 or 2026-11-23.</source>
        <translation>날짜가 아닙니다. 11-23이나 2026-11-23처럼 넣으세요.</translation>
    </message>
    <message>
        <source>Not a number that can stand here. Type digits.</source>
        <translation>넣을 수 없는 숫자입니다. 숫자를 넣으세요.</translation>
    </message>
</context>
<context>
    <name>dure::app::ProductCompletion</name>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Last price</source>
        <translation>지난 단가</translation>
    </message>
    <message>
        <source>Agreed price</source>
        <translation>합의 단가</translation>
    </message>
    <message>
        <source>Usable stock</source>
        <translation>쓸 수 있는 재고</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>품목</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %n</source>
        <translation>
            <numerusform>처음 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>No product fits “%1”.</source>
        <translation>“%1”에 맞는 품목이 없습니다.</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1부터</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>고르기</translation>
    </message>
    <message>
        <source>take at the agreed price</source>
        <translation>합의 단가로 넣기</translation>
    </message>
    <message>
        <source>take at the last price</source>
        <translation>지난 단가로 넣기</translation>
    </message>
    <message>
        <source>take at the list price</source>
        <translation>정가로 넣기</translation>
    </message>
    <message>
        <source>at the last price</source>
        <translation>지난 단가로</translation>
    </message>
    <message>
        <source>close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>pcs</source>
        <comment>unit of a new product</comment>
        <translation>개</translation>
    </message>
    <message>
        <source>There are no products yet.</source>
        <translation>품목이 아직 없습니다.</translation>
    </message>
    <message>
        <source>New product “%1”</source>
        <translation>새 품목 “%1”</translation>
    </message>
    <message>
        <source>keep as text</source>
        <translation>글로 두기</translation>
    </message>
    <message>
        <source>make the product</source>
        <translation>품목 만들기</translation>
    </message>
</context>
<context>
    <name>dure::app::ProductDetailPane</name>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>From</source>
        <translation>적용일</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>최소 수량</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>단가</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>재고</translation>
    </message>
    <message>
        <source>To be delivered</source>
        <translation>납품할 것</translation>
    </message>
    <message>
        <source>Safety stock</source>
        <translation>안전 재고</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>정가</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>세금</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>재질</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Mould</source>
        <translation>금형</translation>
    </message>
    <message>
        <source>Packing</source>
        <translation>입수</translation>
    </message>
    <message>
        <source>Least order</source>
        <translation>최소 주문</translation>
    </message>
    <message>
        <source>Lead time</source>
        <translation>생산 기간</translation>
    </message>
    <message>
        <source>Agreed prices</source>
        <translation>합의 단가</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>알아 둘 것</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>%1 won a unit</source>
        <translation>개당 %1원</translation>
    </message>
    <message>
        <source>%1 a box</source>
        <translation>박스당 %1</translation>
    </message>
    <message>
        <source>%1 boxes a pallet</source>
        <translation>팔레트당 %1박스</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n일</numerusform>
        </translation>
    </message>
    <message>
        <source>Files</source>
        <translation>첨부 파일</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::ProductEditorPage</name>
    <message>
        <source>Product</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>품목 이름</translation>
    </message>
    <message>
        <source>Spec</source>
        <translation>규격</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>List price (won)</source>
        <translation>정가 (원)</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>과세 구분</translation>
    </message>
    <message>
        <source>Taxed</source>
        <translation>과세</translation>
    </message>
    <message>
        <source>Zero-rated</source>
        <translation>영세율</translation>
    </message>
    <message>
        <source>Exempt</source>
        <translation>면세</translation>
    </message>
    <message>
        <source>Packing and supply</source>
        <translation>포장과 공급</translation>
    </message>
    <message>
        <source>Pieces in a box</source>
        <translation>박스 입수</translation>
    </message>
    <message>
        <source>Boxes on a pallet</source>
        <translation>팔레트당 박스</translation>
    </message>
    <message>
        <source>Least order quantity</source>
        <translation>최소 주문 수량</translation>
    </message>
    <message>
        <source>Lead time (days)</source>
        <translation>생산 기간(일)</translation>
    </message>
    <message>
        <source>Safety stock</source>
        <translation>안전 재고</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>제원</translation>
    </message>
    <message>
        <source>Volume (ml)</source>
        <translation>용량 (ml)</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>구경</translation>
    </message>
    <message>
        <source>Weight (g)</source>
        <translation>중량 (g)</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>재질</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>색상</translation>
    </message>
    <message>
        <source>Master batch</source>
        <translation>마스터배치</translation>
    </message>
    <message>
        <source>Mould no.</source>
        <translation>금형 번호</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>Not in use: no longer offered while typing an order</source>
        <translation>사용 중지: 주문을 적을 때 목록에 나오지 않습니다</translation>
    </message>
    <message>
        <source>%1 has this code too. Change it, or keep it as it is.</source>
        <translation>%1도 이 코드를 씁니다. 고치거나 그대로 쓰세요.</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>새 품목</translation>
    </message>
</context>
<context>
    <name>dure::app::ProductListModel</name>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Spec</source>
        <translation>규격</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>재질</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>색상</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>구경</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>Per box</source>
        <translation>입수</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>정가</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>재고</translation>
    </message>
    <message>
        <source>Safety stock</source>
        <translation>안전 재고</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>사용 중지</translation>
    </message>
    <message>
        <source>Below the safety stock of %1</source>
        <translation>안전 재고 %1보다 적음</translation>
    </message>
</context>
<context>
    <name>dure::app::ProductListPage</name>
    <message>
        <source>In use</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <source>Below safety stock</source>
        <translation>안전 재고 미만</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>No product fits.</source>
        <translation>맞는 품목이 없습니다.</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>새 품목</translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>Agreed prices</source>
        <translation>합의 단가</translation>
    </message>
    <message>
        <source>Make inactive</source>
        <translation>사용 중지</translation>
    </message>
    <message>
        <source>Make active</source>
        <translation>다시 사용</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>There are no products yet</source>
        <translation>아직 품목이 없습니다</translation>
    </message>
    <message>
        <source>Write the first product</source>
        <translation>첫 품목 적기</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1분</translation>
    </message>
    <message>
        <source>A name is enough; the rest can follow.</source>
        <translation>품명만 있어도 됩니다. 나머지는 나중에 채우세요.</translation>
    </message>
    <message>
        <source>%1 is inactive now.</source>
        <translation>%1 사용을 중지했습니다.</translation>
    </message>
    <message>
        <source>%1 is active again.</source>
        <translation>%1 사용을 다시 시작했습니다.</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 지웠습니다.</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Begin here.</source>
        <translation>여기서 시작하세요.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>첨부 파일</translation>
    </message>
    <message>
        <source>Change prices</source>
        <translation>단가 일괄 변경</translation>
    </message>
    <message numerus="yes">
        <source>Change prices of %n product(s)</source>
        <translation>
            <numerusform>품목 %n개 단가 일괄 변경</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::ProgressView</name>
    <message>
        <source>All rows are through; now they are written down.</source>
        <translation>모든 줄을 처리했고, 이제 저장합니다.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 가운데 %1</translation>
    </message>
    <message>
        <source>%1 rows so far</source>
        <translation>지금까지 %1줄</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>잠시만 기다리세요</translation>
    </message>
</context>
<context>
    <name>dure::app::QrCode</name>
    <message>
        <source>A picture for the telephone; the letters beside it say the same.</source>
        <translation>휴대전화로 찍는 그림입니다. 옆의 글자와 같은 내용입니다.</translation>
    </message>
</context>
<context>
    <name>dure::app::QuotationDetailPane</name>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Make an order</source>
        <translation>주문으로 만들기</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>단가</translation>
    </message>
    <message>
        <source>Supply amount</source>
        <translation>공급가액</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>건명</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>납품 조건</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>결제 조건</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>주문 %1</translation>
    </message>
    <message>
        <source>Quoted %1</source>
        <translation>견적 %1</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>%1까지 유효</translation>
    </message>
    <message>
        <source>It has run out.</source>
        <translation>유효 기한이 지났습니다.</translation>
    </message>
    <message>
        <source>Ask the customer, or put a new date.</source>
        <translation>거래처에 확인하거나 기한을 고치세요.</translation>
    </message>
    <message>
        <source>The customer did not order it.</source>
        <translation>거래처가 주문하지 않았습니다.</translation>
    </message>
    <message>
        <source>Products: %1</source>
        <translation>품목 %1</translation>
    </message>
    <message>
        <source>Next: the customer orders</source>
        <translation>다음: 거래처가 주문하면</translation>
    </message>
    <message>
        <source>Next: order it again</source>
        <translation>다음: 다시 주문하면</translation>
    </message>
    <message>
        <source>The lines and prices are taken over.</source>
        <translation>품목과 단가를 그대로 가져갑니다.</translation>
    </message>
</context>
<context>
    <name>dure::app::QuotationEditorPage</name>
    <message>
        <source>Quotation</source>
        <translation>견적</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Quoted on</source>
        <translation>견적일</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>유효 기한</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>건명</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>과세</translation>
    </message>
    <message>
        <source>Taxed</source>
        <translation>과세</translation>
    </message>
    <message>
        <source>Zero-rated</source>
        <translation>영세율</translation>
    </message>
    <message>
        <source>Exempt</source>
        <translation>면세</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>단가</translation>
    </message>
    <message>
        <source>VAT on top</source>
        <translation>VAT 별도</translation>
    </message>
    <message>
        <source>VAT included</source>
        <translation>VAT 포함</translation>
    </message>
    <message>
        <source>Terms of delivery</source>
        <translation>납품 조건</translation>
    </message>
    <message>
        <source>Terms of payment</source>
        <translation>결제 조건</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>%1 owes %2 at present.</source>
        <translation>%1의 지금 미수금은 %2입니다.</translation>
    </message>
    <message>
        <source>Choose a customer.</source>
        <translation>거래처를 고르세요.</translation>
    </message>
    <message>
        <source>Another PC changed this quotation meanwhile.</source>
        <translation>그 사이에 다른 PC에서 이 견적을 고쳤습니다.</translation>
    </message>
    <message>
        <source>What you typed stays. Saving changes only what you changed.</source>
        <translation>넣은 값은 그대로입니다. 저장하면 고친 것만 바뀝니다.</translation>
    </message>
    <message>
        <source>The product “%1” was made.</source>
        <translation>품목 “%1”을 만들었습니다.</translation>
    </message>
    <message>
        <source>Code, spec and price can be filled in under Products later.</source>
        <translation>코드, 규격, 단가는 나중에 품목에서 채울 수 있습니다.</translation>
    </message>
    <message>
        <source>New quotation</source>
        <translation>새 견적</translation>
    </message>
    <message>
        <source>Edit the quotation</source>
        <translation>견적 고치기</translation>
    </message>
</context>
<context>
    <name>dure::app::QuotationListModel</name>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Quoted on</source>
        <translation>견적일</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>유효 기한</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>건명</translation>
    </message>
    <message>
        <source>Supply amount</source>
        <translation>공급가액</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>more lines</comment>
        <translation>외 %1</translation>
    </message>
</context>
<context>
    <name>dure::app::QuotationListPage</name>
    <message>
        <source>Offered</source>
        <translation>견적 중</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>수주</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>실주</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>No quotation fits.</source>
        <translation>맞는 견적이 없습니다.</translation>
    </message>
    <message>
        <source>New quotation</source>
        <translation>새 견적</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>the quotation, in the editor</comment>
        <translation>열기</translation>
    </message>
    <message>
        <source>Make an order</source>
        <translation>주문으로 만들기</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>거래처 보기</translation>
    </message>
    <message>
        <source>History</source>
        <translation>이력</translation>
    </message>
    <message>
        <source>The customer did not order</source>
        <translation>실주로 표시</translation>
    </message>
    <message>
        <source>Quotation %1 is marked as lost.</source>
        <translation>견적 %1을 실주로 표시했습니다.</translation>
    </message>
    <message>
        <source>Offer it again</source>
        <translation>다시 견적 중으로</translation>
    </message>
    <message>
        <source>Quotation %1 is offered again.</source>
        <translation>견적 %1을 다시 견적 중으로 바꾸었습니다.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>There are no quotations yet</source>
        <translation>아직 견적이 없습니다</translation>
    </message>
    <message>
        <source>What was offered stands here, and what came of it.</source>
        <translation>낸 견적과 그 결과가 여기에 있습니다.</translation>
    </message>
    <message>
        <source>Write a quotation</source>
        <translation>견적 쓰기</translation>
    </message>
    <message>
        <source>about 2 minutes</source>
        <translation>2분쯤</translation>
    </message>
    <message>
        <source>Type it as an order. Once the customer says yes it becomes one by a key.</source>
        <translation>주문처럼 적으세요. 거래처가 좋다고 하면 키 하나로 주문이 됩니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n quotation(s)</source>
        <translation>
            <numerusform>견적 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Quotation %1 was deleted.</source>
        <translation>견적 %1을 삭제했습니다.</translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation>견적</translation>
    </message>
    <message>
        <source>Print the quotation</source>
        <translation>견적서 인쇄</translation>
    </message>
</context>
<context>
    <name>dure::app::ReceiptGrid</name>
    <message>
        <source>Lines of the receipt</source>
        <translation>입고 줄</translation>
    </message>
</context>
<context>
    <name>dure::app::ReceiptLineModel</name>
    <message>
        <source>Product</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>On hand then</source>
        <translation>입고 뒤 재고</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>LOT</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>No product of that name or code. Choose one from the list.</source>
        <translation>그런 이름이나 코드의 품목이 없습니다. 목록에서 고르세요.</translation>
    </message>
</context>
<context>
    <name>dure::app::ReceiptPage</name>
    <message>
        <source>next cell</source>
        <translation>다음 칸</translation>
    </message>
    <message>
        <source>list</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>boxes and pallets as they are</source>
        <translation>박스와 팔레트 그대로</translation>
    </message>
    <message>
        <source>take the line out</source>
        <translation>줄 지우기</translation>
    </message>
    <message>
        <source>save</source>
        <translation>저장</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n줄</numerusform>
        </translation>
    </message>
    <message>
        <source>Production receipt</source>
        <translation>생산 입고</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>입고일</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>구분</translation>
    </message>
    <message>
        <source>What you type is kept on this PC</source>
        <translation>적는 대로 이 PC에 보관됩니다</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>What you typed before is back.</source>
        <translation>전에 적던 것을 다시 불러왔습니다.</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>새로 시작</translation>
    </message>
    <message>
        <source>It was not saved.</source>
        <translation>저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>The day is empty. Fill it in.</source>
        <translation>날짜가 비어 있습니다. 넣으세요.</translation>
    </message>
    <message>
        <source>The day cannot be read. Correct what is marked.</source>
        <translation>날짜를 읽을 수 없습니다. 표시한 칸을 고치세요.</translation>
    </message>
    <message>
        <source>Choose a product.</source>
        <translation>품목을 고르세요.</translation>
    </message>
    <message>
        <source>The quantity is empty. Type it.</source>
        <translation>수량이 비어 있습니다. 적으세요.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1번째 줄: %2</translation>
    </message>
    <message>
        <source>There is nothing to save.</source>
        <translation>저장할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Type a product and its quantity.</source>
        <translation>품목과 수량을 적으세요.</translation>
    </message>
    <message>
        <source>%1: %2, %3.</source>
        <translation>%1: %2, %3.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n line(s) written down.</source>
        <translation>
            <numerusform>%1 %n줄을 적었습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::ReceivableDetailPane</name>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>거래처원장</translation>
    </message>
    <message>
        <source>Owes</source>
        <translation>미수금</translation>
    </message>
    <message>
        <source>Age of what is owed</source>
        <translation>미수금 경과 기간</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>기한 지남</translation>
    </message>
    <message>
        <source>Unpaid since</source>
        <translation>미수 시작일</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>한도</translation>
    </message>
    <message>
        <source>Notes held</source>
        <translation>미도래 어음</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>결제</translation>
    </message>
    <message>
        <source>Last paid</source>
        <translation>최근 입금</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>입금 약속</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>최근 내역</translation>
    </message>
    <message>
        <source>Latest entries</source>
        <translation>최근 내역</translation>
    </message>
    <message>
        <source>%1 in advance</source>
        <translation>선입금 %1</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, %2부터</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, %2 남음</translation>
    </message>
    <message>
        <source>%1, over by %2</source>
        <translation>%1, %2 넘음</translation>
    </message>
    <message>
        <source>%1, not matured yet. With them %2 is at risk.</source>
        <translation>%1. 어음까지 합하면 %2입니다.</translation>
    </message>
    <message>
        <source>Next: see whether the promised money came</source>
        <translation>다음: 약속한 입금 확인</translation>
    </message>
    <message>
        <source>Next: ask for what is overdue</source>
        <translation>다음: 기한 지난 금액 청하기</translation>
    </message>
    <message>
        <source>Next: see that the note is paid</source>
        <translation>다음: 어음 결제 확인</translation>
    </message>
    <message>
        <source>%1 matures this week</source>
        <translation>이번 주 만기 %1</translation>
    </message>
    <message>
        <source>Next: wait for the money</source>
        <translation>다음: 입금 기다리기</translation>
    </message>
    <message>
        <source>Nothing is owed</source>
        <translation>미수금이 없습니다</translation>
    </message>
    <message>
        <source>Payment of this customer</source>
        <translation>이 거래처 입금</translation>
    </message>
</context>
<context>
    <name>dure::app::ReceivableListModel</name>
    <message>
        <source>over the limit</source>
        <translation>한도 넘음</translation>
    </message>
    <message>
        <source>paid in advance</source>
        <translation>선입금</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Owes</source>
        <translation>미수금</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>기한 지남</translation>
    </message>
    <message>
        <source>Unpaid since</source>
        <translation>미수 시작일</translation>
    </message>
    <message>
        <source>Notes held</source>
        <translation>미도래 어음</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>한도</translation>
    </message>
    <message>
        <source>Last paid</source>
        <translation>최근 입금</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>입금 약속</translation>
    </message>
</context>
<context>
    <name>dure::app::ReceivableListPage</name>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>기한 지남</translation>
    </message>
    <message>
        <source>Over the limit</source>
        <translation>한도 넘음</translation>
    </message>
    <message>
        <source>Promised today</source>
        <translation>오늘 입금 약속</translation>
    </message>
    <message>
        <source>Notes due this week</source>
        <translation>이번 주 어음</translation>
    </message>
    <message>
        <source>No customer fits.</source>
        <translation>맞는 거래처가 없습니다.</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>입금 내역</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>받을어음</translation>
    </message>
    <message>
        <source>New payment</source>
        <translation>입금 기록</translation>
    </message>
    <message>
        <source>Record a payment</source>
        <translation>입금 기록</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>거래처원장</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>거래처 보기</translation>
    </message>
    <message>
        <source>Edit terms and opening balance</source>
        <translation>결제 조건·기초 미수 고치기</translation>
    </message>
    <message>
        <source>Nothing is owed</source>
        <translation>미수금이 없습니다</translation>
    </message>
    <message>
        <source>Here stands who owes what since when, once something was delivered.</source>
        <translation>납품하면 누가 언제부터 얼마를 갚을지 여기에 섭니다.</translation>
    </message>
    <message>
        <source>To the orders</source>
        <translation>주문으로</translation>
    </message>
    <message>
        <source>Deliver from an order</source>
        <translation>주문에서 납품하기</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>1분 안</translation>
    </message>
    <message>
        <source>What is delivered is owed from that day on.</source>
        <translation>납품한 날부터 미수금이 됩니다.</translation>
    </message>
    <message>
        <source>Also money that comes before the goods.</source>
        <translation>물건보다 먼저 받은 돈도 적습니다.</translation>
    </message>
    <message>
        <source>What was owed before Dure stands in the customer&apos;s page, under “Payment”.</source>
        <translation>두레를 쓰기 전 미수금은 거래처 화면의 결제 칸에 적습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n곳</numerusform>
        </translation>
    </message>
    <message>
        <source>Receivables</source>
        <translation>미수금</translation>
    </message>
</context>
<context>
    <name>dure::app::ReceivablePlaces</name>
    <message>
        <source>Receivables</source>
        <translation>미수금</translation>
    </message>
    <message>
        <source>What you typed is kept on this PC.</source>
        <translation>입력한 내용은 이 PC에 보관했습니다.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>이어 적기</translation>
    </message>
    <message>
        <source>The payment was recorded: %1.</source>
        <translation>입금을 기록했습니다. %1</translation>
    </message>
    <message>
        <source>What became of note %1 was recorded.</source>
        <translation>어음 %1 처리를 기록했습니다.</translation>
    </message>
</context>
<context>
    <name>dure::app::RelationDetailPane</name>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>With</source>
        <translation>상대</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Matures</source>
        <translation>만기</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>끝낸 날</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>끝냄으로 표시</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>다음: %1</translation>
    </message>
</context>
<context>
    <name>dure::app::RelationListPage</name>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>연락</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>약속</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>클레임</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>납품</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>입금</translation>
    </message>
    <message>
        <source>Nothing is written down yet. F2 writes down a call, a visit or a promise.</source>
        <translation>아직 적은 것이 없습니다. F2로 전화, 방문, 약속을 적습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n줄</numerusform>
        </translation>
    </message>
    <message>
        <source>Written down.</source>
        <translation>적었습니다.</translation>
    </message>
    <message>
        <source>The record was changed.</source>
        <translation>기록을 고쳤습니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>적기</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>끝냄</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Not done yet</source>
        <translation>아직 안 끝남</translation>
    </message>
    <message>
        <source>The record was deleted.</source>
        <translation>기록을 지웠습니다.</translation>
    </message>
    <message>
        <source>Marked as done.</source>
        <translation>끝냄으로 표시했습니다.</translation>
    </message>
    <message>
        <source>It is still to be done.</source>
        <translation>아직 할 일로 두었습니다.</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>거래 이력</translation>
    </message>
</context>
<context>
    <name>dure::app::RelationModel</name>
    <message>
        <source>Day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>What</source>
        <translation>구분</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>담당</translation>
    </message>
</context>
<context>
    <name>dure::app::RowForm</name>
    <message>
        <source>No decimals can stand here. Type a whole number.</source>
        <translation>소수는 쓸 수 없습니다. 정수를 넣으세요.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n decimal(s) can stand here.</source>
        <translation>
            <numerusform>소수는 %n자리까지 넣을 수 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too large. Check the number.</source>
        <translation>너무 큽니다. 숫자를 확인하세요.</translation>
    </message>
    <message>
        <source>Not a number. Type digits.</source>
        <translation>숫자가 아닙니다. 숫자로 적으세요.</translation>
    </message>
</context>
<context>
    <name>dure::app::SealField</name>
    <message>
        <source>Choose an image…</source>
        <translation>그림 고르기…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Choose an image of the seal</source>
        <translation>직인 그림 고르기</translation>
    </message>
    <message>
        <source>Remove the seal</source>
        <translation>직인 지우기</translation>
    </message>
    <message>
        <source>No seal</source>
        <translation>직인 없음</translation>
    </message>
    <message>
        <source>The seal as it is printed</source>
        <translation>인쇄될 직인</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg)</source>
        <translation>그림 (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>%1 cannot be read. Look whether it is there, or choose another.</source>
        <translation>파일을 읽을 수 없습니다: %1. 파일이 있는지 확인하거나 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>%1 is too large. Take an image of at most 10 MB and 25 million dots.</source>
        <translation>그림이 너무 큽니다: %1. 10MB, 2,500만 화소 이하의 그림을 고르세요.</translation>
    </message>
    <message>
        <source>%1 is no image that can be read. Choose a PNG or JPEG.</source>
        <translation>읽을 수 있는 그림이 아닙니다: %1. PNG나 JPEG 그림을 고르세요.</translation>
    </message>
    <message>
        <source>Nothing can be seen on %1. Choose an image with the seal on white paper.</source>
        <translation>그림에 아무것도 보이지 않습니다: %1. 흰 종이에 찍은 직인 그림을 고르세요.</translation>
    </message>
    <message>
        <source>Choose an image of the logo</source>
        <translation>로고 그림 고르기</translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation>로고 빼기</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>로고 없음</translation>
    </message>
    <message>
        <source>The logo as it is printed</source>
        <translation>인쇄될 로고</translation>
    </message>
</context>
<context>
    <name>dure::app::SearchField</name>
    <message>
        <source>Find</source>
        <translation>찾기</translation>
    </message>
</context>
<context>
    <name>dure::app::SearchPopup</name>
    <message>
        <source>Found</source>
        <translation>찾은 것</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>하기</translation>
    </message>
    <message>
        <source>Nothing was found. Initial consonants and parts of a word work, too.</source>
        <translation>찾지 못했습니다. 초성이나 이름의 일부로도 찾을 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>dure::app::SecondFactorSection</name>
    <message>
        <source>Set it up</source>
        <translation>2단계 인증 켜기</translation>
    </message>
    <message>
        <source>Switch it on</source>
        <translation>켜기</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>2단계 인증</translation>
    </message>
    <message>
        <source>After the password a code from your telephone: a stolen password alone opens nothing.</source>
        <translation>비밀번호 다음에 휴대전화의 코드를 묻습니다. 비밀번호만 새어서는 열리지 않습니다.</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>내 비밀번호</translation>
    </message>
    <message>
        <source>Fill in the password.</source>
        <translation>비밀번호를 넣으세요.</translation>
    </message>
    <message>
        <source>Open an authenticator app on the telephone and take in this picture, or type the letters below. Then type the six digits that it shows.</source>
        <translation>휴대전화의 인증 앱으로 이 그림을 찍거나 아래 글자를 넣으세요. 그리고 앱에 보이는 여섯 자리를 넣으세요.</translation>
    </message>
    <message>
        <source>Letters to type</source>
        <translation>넣을 글자</translation>
    </message>
    <message>
        <source>Six digits</source>
        <translation>여섯 자리 코드</translation>
    </message>
    <message>
        <source>Six digits, as the telephone shows them now.</source>
        <translation>휴대전화에 지금 보이는 여섯 자리를 넣으세요.</translation>
    </message>
    <message>
        <source>The second factor is on. These are your recovery codes.</source>
        <translation>2단계 인증을 켰습니다. 복구 코드입니다.</translation>
    </message>
    <message>
        <source>Each opens the door once when the telephone is lost. Keep them on paper, not on this PC. They are shown only this once.</source>
        <translation>휴대전화를 잃었을 때 코드 하나로 한 번 로그인합니다. 이 PC가 아니라 종이에 두세요. 지금 한 번만 보입니다.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>인쇄</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사했습니다</translation>
    </message>
    <message>
        <source>They are on paper</source>
        <translation>종이에 적어 두었습니다</translation>
    </message>
    <message>
        <source>The second factor is on.</source>
        <translation>2단계 인증이 켜져 있습니다.</translation>
    </message>
    <message>
        <source>Dure · recovery codes of %1</source>
        <translation>두레 · %1의 복구 코드</translation>
    </message>
    <message>
        <source>Six digits, or a recovery code</source>
        <translation>여섯 자리나 복구 코드</translation>
    </message>
    <message>
        <source>It is on: signing in on a new PC asks for the telephone&apos;s code.</source>
        <translation>켜져 있습니다. 로그인할 때 휴대전화의 코드를 묻습니다.</translation>
    </message>
    <message>
        <source>Switch it off</source>
        <translation>끄기</translation>
    </message>
    <message>
        <source>The second factor is off.</source>
        <translation>2단계 인증을 껐습니다.</translation>
    </message>
</context>
<context>
    <name>dure::app::Session</name>
    <message>
        <source>The cloud does not answer.</source>
        <translation>클라우드가 답하지 않습니다.</translation>
    </message>
    <message>
        <source>Check the network and the server&apos;s address, then try again.</source>
        <translation>네트워크와 서버 주소를 확인하고 다시 하세요.</translation>
    </message>
    <message>
        <source>The e-mail or the password is not right.</source>
        <translation>이메일이나 비밀번호가 맞지 않습니다.</translation>
    </message>
    <message>
        <source>Check the input language and Caps Lock.</source>
        <translation>한/영과 Caps Lock을 확인하세요.</translation>
    </message>
    <message>
        <source>This version of Dure is too old for the cloud.</source>
        <translation>이 두레는 클라우드에 비해 너무 오래된 버전입니다.</translation>
    </message>
    <message>
        <source>Install the new version.</source>
        <translation>새 버전을 설치하세요.</translation>
    </message>
    <message>
        <source>This account may not sign in here.</source>
        <translation>이 계정은 여기에 로그인할 수 없습니다.</translation>
    </message>
    <message>
        <source>Ask the owner of the company.</source>
        <translation>회사 대표에게 물어보세요.</translation>
    </message>
    <message>
        <source>The cloud cannot sign you in now.</source>
        <translation>지금은 로그인할 수 없습니다.</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>몇 분 뒤에 다시 하세요.</translation>
    </message>
    <message>
        <source>What this PC remembers of you cannot be read.</source>
        <translation>이 PC에 저장된 로그인 정보를 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Your companies&apos; data is untouched. Move profile.json away and sign in again: %1</source>
        <translation>회사 자료는 그대로입니다. profile.json을 옮기고 다시 로그인하세요: %1</translation>
    </message>
    <message>
        <source>The server&apos;s address is not right.</source>
        <translation>서버 주소가 맞지 않습니다.</translation>
    </message>
    <message>
        <source>It begins with https:// and was given to you in writing.</source>
        <translation>안내문에 적힌 https://로 시작하는 주소를 넣으세요.</translation>
    </message>
    <message>
        <source>This account belongs to no company yet.</source>
        <translation>이 계정은 아직 회사에 속해 있지 않습니다.</translation>
    </message>
    <message>
        <source>Ask the owner to add you.</source>
        <translation>대표에게 추가해 달라고 하세요.</translation>
    </message>
    <message>
        <source>The data folder cannot be written.</source>
        <translation>자료 폴더에 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Free some space or choose another folder: %1</source>
        <translation>디스크를 비우거나 다른 폴더를 고르세요: %1</translation>
    </message>
    <message>
        <source>Dure</source>
        <translation>두레</translation>
    </message>
    <message>
        <source>The code is not right, is over, or is meant for another e-mail.</source>
        <translation>코드가 맞지 않거나, 기한이 지났거나, 다른 이메일의 것입니다.</translation>
    </message>
    <message>
        <source>Compare it letter by letter. With an account you have already, its password counts.</source>
        <translation>한 글자씩 견주어 보세요. 이미 계정이 있으면 그 비밀번호를 씁니다.</translation>
    </message>
    <message>
        <source>The new password is set.</source>
        <translation>새 비밀번호를 정했습니다.</translation>
    </message>
    <message>
        <source>Sign in with it.</source>
        <translation>새 비밀번호로 로그인하세요.</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) that were not sent wait for the owner to decide; the data is gone from this PC.</source>
        <translation>
            <numerusform>보내지 못한 %n건은 대표의 결정을 기다립니다. 회사 자료는 이 PC에서 지웠습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything had been sent; the data is gone from this PC.</source>
        <translation>작업은 모두 보냈고, 회사 자료는 이 PC에서 지웠습니다.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 열기</translation>
    </message>
    <message>
        <source>If an attempt before went through after all, the code is used up: sign in with the same e-mail and password.</source>
        <translation>앞선 시도가 되었다면 코드는 이미 쓰였습니다. 같은 이메일과 비밀번호로 로그인하세요.</translation>
    </message>
    <message>
        <source>Signed in: this is %1.</source>
        <translation>로그인했습니다. 지금 회사: %1</translation>
    </message>
    <message>
        <source>%1 stays on this PC; both stand in the menu under the company&apos;s name.</source>
        <translation>이 PC에만 있는 회사(%1)는 그대로 있습니다. 회사 이름을 누르면 둘 다 고를 수 있습니다.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>%1 was opened here with another account.</source>
        <translation>%1: 다른 계정으로 열었던 회사입니다.</translation>
    </message>
    <message>
        <source>Sign in with that account to work in it.</source>
        <translation>그 계정으로 로그인하면 이어서 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The backup is back in its place.</source>
        <translation>백업으로 복구했습니다.</translation>
    </message>
    <message>
        <source>The file before it is kept aside; it stands among the backups.</source>
        <translation>복구하기 전 파일은 백업 목록에 있습니다.</translation>
    </message>
    <message>
        <source>The backup could not be put into its place; the company is as it was.</source>
        <translation>되돌리지 못했습니다. 회사 자료는 그대로입니다.</translation>
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
    <message>
        <source>Our company</source>
        <translation>우리 회사</translation>
    </message>
    <message>
        <source>Printed as the supplier on statements.</source>
        <translation>거래명세서에 공급자로 인쇄합니다.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>Edit our company&apos;s details</source>
        <translation>우리 회사 정보 고치기</translation>
    </message>
    <message>
        <source>Name, number, address, account</source>
        <translation>상호, 등록번호, 주소, 계좌</translation>
    </message>
    <message>
        <source>My account</source>
        <translation>내 계정</translation>
    </message>
    <message>
        <source>People and devices</source>
        <translation>사람과 기기</translation>
    </message>
    <message>
        <source>Save as an Excel file…</source>
        <translation>엑셀 파일로 저장…</translation>
    </message>
    <message>
        <source>Save the whole company as an Excel file</source>
        <translation>회사 전체를 엑셀 파일로 저장</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>전체 자료</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>백업</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>백업</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>휴지통</translation>
    </message>
    <message>
        <source>Keys as in</source>
        <translation>단축키 방식</translation>
    </message>
    <message>
        <source>Use it now</source>
        <translation>지금 쓰기</translation>
    </message>
    <message>
        <source>%1 types or moves in fields and lists.</source>
        <translation>%1 키는 입력란과 목록에서 쓰입니다.</translation>
    </message>
    <message>
        <source>Choose a function key, or one with Ctrl or Alt.</source>
        <translation>F 키나 Ctrl, Alt와 함께 누르는 키를 고르세요.</translation>
    </message>
</context>
<context>
    <name>dure::app::SignInPage</name>
    <message>
        <source>Dure</source>
        <translation>두레</translation>
    </message>
    <message>
        <source>From the order to the statement, with or without a connection.</source>
        <translation>주문에서 거래명세서까지, 연결이 끊겨도 그대로 씁니다.</translation>
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
        <source>Text size</source>
        <translation>글자 크기</translation>
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
    <message>
        <source>Code of the second factor</source>
        <translation>2단계 인증 코드</translation>
    </message>
    <message>
        <source>The code of the second factor is empty.</source>
        <translation>2단계 인증 코드가 비어 있습니다.</translation>
    </message>
    <message>
        <source>I have an invitation code</source>
        <translation>초대 코드가 있습니다</translation>
    </message>
    <message>
        <source>Join with an invitation code</source>
        <translation>초대 코드로 들어가기</translation>
    </message>
    <message>
        <source>The owner of the company made it for you. With an account you have already, its password counts.</source>
        <translation>회사 대표가 만들어 준 코드입니다. 이미 계정이 있으면 그 비밀번호를 넣으세요.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>들어가기</translation>
    </message>
    <message>
        <source>Joining… Cancel</source>
        <translation>들어가는 중… 취소</translation>
    </message>
    <message>
        <source>Invitation code</source>
        <translation>초대 코드</translation>
    </message>
    <message>
        <source>The invitation code is empty.</source>
        <translation>초대 코드가 비어 있습니다.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>The name is empty.</source>
        <translation>이름이 비어 있습니다.</translation>
    </message>
    <message>
        <source>Back to signing in</source>
        <translation>로그인으로 돌아가기</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>새 비밀번호</translation>
    </message>
    <message>
        <source>The owner of your company makes a one-time code for you; ask by telephone. Your data on this PC stays.</source>
        <translation>회사 대표가 일회용 코드를 만들어 줍니다. 전화로 부탁하세요. 이 PC의 자료는 그대로입니다.</translation>
    </message>
    <message>
        <source>Set the new password</source>
        <translation>새 비밀번호 정하기</translation>
    </message>
    <message>
        <source>Setting it… Cancel</source>
        <translation>정하는 중… 취소</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>일회용 코드</translation>
    </message>
    <message>
        <source>The one-time code is empty.</source>
        <translation>일회용 코드가 비어 있습니다.</translation>
    </message>
    <message>
        <source>The new password is empty.</source>
        <translation>새 비밀번호가 비어 있습니다.</translation>
    </message>
    <message>
        <source>Type the six digits that the telephone shows now, or a recovery code.</source>
        <translation>휴대전화에 지금 보이는 여섯 자리나 복구 코드를 넣으세요.</translation>
    </message>
    <message>
        <source>The code is not right.</source>
        <translation>코드가 맞지 않습니다.</translation>
    </message>
    <message>
        <source>This account has a second factor.</source>
        <translation>이 계정은 2단계 인증을 씁니다.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>그 회사 열기</translation>
    </message>
    <message>
        <source>An account later opens its company beside this one; nothing is carried over.</source>
        <translation>나중에 로그인하면 계정의 회사가 따로 열리고, 여기 자료는 옮겨지지 않습니다.</translation>
    </message>
    <message>
        <source>%1 is on this PC already.</source>
        <translation>이미 이 PC에 있습니다: %1</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>%1 화면으로</translation>
    </message>
    <message>
        <source>Joining was cancelled here; the cloud may have done it already.</source>
        <translation>가입을 취소했습니다. 클라우드에는 이미 가입되었을 수 있습니다.</translation>
    </message>
    <message>
        <source>If the code is refused now, sign in with the same e-mail and password.</source>
        <translation>이제 코드가 맞지 않다고 나오면 같은 이메일과 비밀번호로 로그인하세요.</translation>
    </message>
    <message>
        <source>Lists come from Excel and go back to it.</source>
        <translation>엑셀에서 가져오고 엑셀로 내보냅니다.</translation>
    </message>
    <message>
        <source>A backup is made every day by itself. In the settings you can have it on a USB stick.</source>
        <translation>백업은 날마다 저절로 됩니다. 설정에서 USB에도 둘 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>dure::app::StatementPane</name>
    <message>
        <source>Fit width</source>
        <translation>폭 맞춤</translation>
    </message>
    <message>
        <source>Size of the preview</source>
        <translation>미리보기 크기</translation>
    </message>
    <message>
        <source>Statement %1</source>
        <translation>거래명세서 %1</translation>
    </message>
    <message>
        <source>The supplier&apos;s part is not complete.</source>
        <translation>공급자 칸이 비어 있습니다.</translation>
    </message>
    <message>
        <source>Fill in your company&apos;s name and business number under Settings.</source>
        <translation>설정에서 우리 회사의 상호와 등록번호를 채우세요.</translation>
    </message>
</context>
<context>
    <name>dure::app::StepField</name>
    <message>
        <source>From %1 to %2.</source>
        <translation>%1부터 %2까지 넣으세요.</translation>
    </message>
</context>
<context>
    <name>dure::app::StockDetailPane</name>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>납기</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>What</source>
        <translation>구분</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>재고</translation>
    </message>
    <message>
        <source>In boxes</source>
        <translation>박스로</translation>
    </message>
    <message>
        <source>Promised to open orders</source>
        <translation>미납 주문 예약</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>가용</translation>
    </message>
    <message>
        <source>Safety stock</source>
        <translation>안전 재고</translation>
    </message>
    <message>
        <source>Orders that wait for it</source>
        <translation>기다리는 주문</translation>
    </message>
    <message>
        <source>What moved last</source>
        <translation>최근 움직임</translation>
    </message>
    <message>
        <source>Stock ledger</source>
        <translation>수불부</translation>
    </message>
    <message>
        <source>Less than nothing is in the books. Enter the receipt that is missing, or count.</source>
        <translation>장부가 0보다 적습니다. 빠진 입고를 적거나 실사하세요.</translation>
    </message>
    <message>
        <source>%1 more are promised than there are.</source>
        <translation>있는 것보다 %1 더 약속했습니다.</translation>
    </message>
    <message>
        <source>%1 below the safety stock.</source>
        <translation>안전 재고보다 %1 적습니다.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>외 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Enough is there</source>
        <translation>재고가 충분합니다</translation>
    </message>
    <message>
        <source>Next: make %1</source>
        <translation>다음: %1 생산</translation>
    </message>
    <message>
        <source>for open orders and the safety stock</source>
        <translation>미납 주문과 안전 재고를 채우려면</translation>
    </message>
    <message>
        <source>%1, for open orders and the safety stock</source>
        <translation>%1 · 미납 주문과 안전 재고를 채우려면</translation>
    </message>
    <message>
        <source>Receive it</source>
        <translation>이 품목 입고</translation>
    </message>
</context>
<context>
    <name>dure::app::StockEntryPage</name>
    <message>
        <source>Entry</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Boxes and pallets may be typed as they are: 10box, 2plt, 12box 35.</source>
        <translation>박스와 팔레트는 그대로 적어도 됩니다: 10박스, 2팔레트, 12박스 35.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>LOT</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>구분</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>재고</translation>
    </message>
    <message>
        <source>On hand then</source>
        <translation>입고 뒤 재고</translation>
    </message>
    <message>
        <source>By how much the books change: -30 takes away.</source>
        <translation>장부를 바꿀 만큼 적으세요. -30이면 줄어듭니다.</translation>
    </message>
    <message>
        <source>What was thrown away.</source>
        <translation>버린 수량을 적으세요.</translation>
    </message>
    <message>
        <source>The quantity is empty. Type it.</source>
        <translation>수량이 비어 있습니다. 적으세요.</translation>
    </message>
    <message>
        <source>The day is empty. Fill it in.</source>
        <translation>날짜가 비어 있습니다. 넣으세요.</translation>
    </message>
    <message>
        <source>%1: %2, %3.</source>
        <translation>%1: %2, %3.</translation>
    </message>
    <message>
        <source>Stock entry</source>
        <translation>재고 기록</translation>
    </message>
</context>
<context>
    <name>dure::app::StockLedgerModel</name>
    <message>
        <source>Day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>What</source>
        <translation>구분</translation>
    </message>
    <message>
        <source>Particulars</source>
        <translation>적요</translation>
    </message>
    <message>
        <source>In</source>
        <translation>입고</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>출고</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>재고</translation>
    </message>
    <message>
        <source>Carried forward</source>
        <translation>이월</translation>
    </message>
</context>
<context>
    <name>dure::app::StockLedgerPage</name>
    <message>
        <source>Period</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>Stock ledger</source>
        <translation>수불부</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>이번 달</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>지난달</translation>
    </message>
    <message>
        <source>Three months</source>
        <translation>석 달</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>올해</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>From</source>
        <translation>부터</translation>
    </message>
    <message>
        <source>To</source>
        <translation>까지</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>거두기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Before the first day. Choose a later one.</source>
        <translation>첫날보다 앞섭니다. 뒤의 날을 고르세요.</translation>
    </message>
    <message>
        <source>It is no longer there.</source>
        <translation>더는 없습니다.</translation>
    </message>
    <message>
        <source>Somebody may have deleted it. Close this page.</source>
        <translation>다른 사람이 지웠을 수 있습니다. 이 화면을 닫으세요.</translation>
    </message>
    <message>
        <source>On hand now: %1</source>
        <translation>지금 재고 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n movement(s)</source>
        <translation>
            <numerusform>%n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back: %1, %2.</source>
        <translation>거두었습니다: %1 %2.</translation>
    </message>
</context>
<context>
    <name>dure::app::StockListModel</name>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>재고</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>예약</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>가용</translation>
    </message>
    <message>
        <source>Safety stock</source>
        <translation>안전 재고</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>박스</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>사용 중지</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>음수</translation>
    </message>
    <message>
        <source>short</source>
        <translation>가용 부족</translation>
    </message>
    <message>
        <source>low</source>
        <translation>안전 미만</translation>
    </message>
    <message>
        <source>Less than nothing is in the books: a receipt was not entered, or a delivery twice.</source>
        <translation>장부가 0보다 적습니다. 입고가 빠졌거나 납품이 두 번 적혔습니다.</translation>
    </message>
    <message>
        <source>%1 more are promised than there are.</source>
        <translation>있는 것보다 %1 더 약속했습니다.</translation>
    </message>
    <message>
        <source>%1 below the safety stock.</source>
        <translation>안전 재고보다 %1 적습니다.</translation>
    </message>
</context>
<context>
    <name>dure::app::StockListPage</name>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Below safety stock</source>
        <translation>안전 재고 미만</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>가용 부족</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>음수</translation>
    </message>
    <message>
        <source>Never moved</source>
        <translation>움직임 없음</translation>
    </message>
    <message>
        <source>No product fits.</source>
        <translation>맞는 품목이 없습니다.</translation>
    </message>
    <message>
        <source>Count sheet</source>
        <translation>재고 실사</translation>
    </message>
    <message>
        <source>Production receipt</source>
        <translation>생산 입고</translation>
    </message>
    <message>
        <source>Stock ledger</source>
        <translation>수불부</translation>
    </message>
    <message>
        <source>Show the product</source>
        <translation>품목 보기</translation>
    </message>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>첨부 파일</translation>
    </message>
    <message>
        <source>There is no stock yet</source>
        <translation>아직 재고가 없습니다</translation>
    </message>
    <message>
        <source>Stock is kept of products. Begin with them.</source>
        <translation>재고는 품목마다 적습니다. 품목부터 시작하세요.</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Write the first product</source>
        <translation>첫 품목 적기</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1분</translation>
    </message>
    <message>
        <source>Then count what is there, or write down what is made.</source>
        <translation>그다음 있는 것을 세거나, 만든 것을 적습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>품목 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>재고</translation>
    </message>
</context>
<context>
    <name>dure::app::SuggestField</name>
    <message>
        <source>List</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>List (F4)</source>
        <translation>목록 (F4)</translation>
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
        <source>Without an account</source>
        <translation>계정 없이 쓰는 중</translation>
    </message>
</context>
<context>
    <name>dure::app::TodayPage</name>
    <message>
        <source>Deliveries of the day</source>
        <translation>오늘 납품</translation>
    </message>
    <message>
        <source>Late, money, to do</source>
        <translation>지연, 들어올 돈, 할 일</translation>
    </message>
    <message>
        <source>There is nothing for today yet</source>
        <translation>오늘 일이 아직 없습니다</translation>
    </message>
    <message>
        <source>Here stand the day&apos;s trucks, what is late and what money should come.</source>
        <translation>오늘 나갈 차, 지연된 주문, 들어올 돈이 여기에 나옵니다.</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>새 주문</translation>
    </message>
    <message>
        <source>Write the first order</source>
        <translation>첫 주문 쓰기</translation>
    </message>
    <message>
        <source>about 5 minutes to the statement</source>
        <translation>명세서까지 5분쯤</translation>
    </message>
    <message>
        <source>Customers and products can be made while you write.</source>
        <translation>거래처와 품목은 쓰면서 만들 수 있습니다.</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>납품</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>고르기</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Vehicle and time</source>
        <translation>차량과 시각</translation>
    </message>
    <message>
        <source>Print the statement</source>
        <translation>명세서 인쇄</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>스페이스</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>끝냄</translation>
    </message>
    <message>
        <source>Loading list</source>
        <translation>배차표</translation>
    </message>
    <message>
        <source>To the trucks</source>
        <translation>차량으로</translation>
    </message>
    <message>
        <source>To the list at the right</source>
        <translation>오른쪽 목록으로</translation>
    </message>
    <message>
        <source>The promise of %1 is done.</source>
        <translation>%1의 약속을 끝냈습니다.</translation>
    </message>
    <message>
        <source>Done for %1: %2.</source>
        <translation>%1: %2 끝냈습니다.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
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
<context>
    <name>dure::app::TrashModel</name>
    <message>
        <source>Customer</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>견적</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>클레임</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>이름 또는 번호</translation>
    </message>
    <message>
        <source>Its day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>삭제</translation>
    </message>
</context>
<context>
    <name>dure::app::TrashPage</name>
    <message>
        <source>Trash</source>
        <translation>휴지통</translation>
    </message>
    <message>
        <source>Nothing was deleted.</source>
        <translation>삭제한 것이 없습니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>되살리기</translation>
    </message>
    <message>
        <source>%1 is back.</source>
        <translation>%1: 되살렸습니다.</translation>
    </message>
</context>
<context>
    <name>dure::app::UndoOffer</name>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Undone: %1.</source>
        <translation>되돌렸습니다: %1.</translation>
    </message>
    <message>
        <source>Show the order</source>
        <translation>주문 보기</translation>
    </message>
    <message>
        <source>Show the delivery</source>
        <translation>납품 보기</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>거래처 보기</translation>
    </message>
    <message>
        <source>Show the product</source>
        <translation>품목 보기</translation>
    </message>
    <message>
        <source>Its deliveries were taken back and name it, so it stays as a cancelled order.</source>
        <translation>되돌린 납품 기록이 이 주문을 가리키므로, 취소된 주문으로 남습니다.</translation>
    </message>
</context>
<context>
    <name>dure::app::VisitSection</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>기한</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Coordinator&apos;s visit</source>
        <translation>코디네이터 방문</translation>
    </message>
    <message>
        <source>Somebody from outside who brings in lists, until the day you choose.</source>
        <translation>정한 날까지 밖에서 와서 목록을 들여오는 사람입니다.</translation>
    </message>
    <message>
        <source>Let somebody in</source>
        <translation>방문 허락</translation>
    </message>
    <message>
        <source>Nobody from outside is let in.</source>
        <translation>허락한 사람이 없습니다.</translation>
    </message>
    <message>
        <source>is let in</source>
        <translation>허락 중</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>지금 끝내기</translation>
    </message>
    <message>
        <source>The visit of %1 has ended.</source>
        <translation>%1 님의 방문을 끝냈습니다.</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>코드 아직 안 씀</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>거두기</translation>
    </message>
    <message>
        <source>The invitation was taken back. Its code opens nothing any more.</source>
        <translation>초대를 거두었습니다. 그 코드는 이제 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The coordinator&apos;s email</source>
        <translation>코디네이터 이메일</translation>
    </message>
    <message>
        <source>Until and with</source>
        <translation>언제까지</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>허락하기</translation>
    </message>
    <message>
        <source>Fill in the email.</source>
        <translation>이메일을 넣으세요.</translation>
    </message>
    <message>
        <source>Choose a day from today on.</source>
        <translation>오늘이나 그 뒤의 날을 고르세요.</translation>
    </message>
    <message>
        <source>Code for the coordinator, good until %1</source>
        <translation>코디네이터 코드 · %1까지</translation>
    </message>
    <message>
        <source>It works only with this email: on the sign-in page, under “I have an invitation code”. It is shown only this once.</source>
        <translation>이 이메일로만 쓸 수 있습니다. 로그인 화면의 ‘초대 코드가 있습니다’에 넣습니다. 지금 한 번만 보입니다.</translation>
    </message>
</context>
<context>
    <name>dure::app::WorkPlaces</name>
    <message>
        <source>Orders</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>납품</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>거래처</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>확인 필요</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>새 주문</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>새 거래처</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>새 품목</translation>
    </message>
    <message>
        <source>New delivery without an order</source>
        <translation>주문 없이 납품</translation>
    </message>
    <message>
        <source>Go to: %1</source>
        <translation>이동: %1</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>지금 동기화</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Delivery no. %1 was recorded.</source>
        <translation>%1차 납품을 기록했습니다.</translation>
    </message>
    <message>
        <source>Delivery %1 was recorded.</source>
        <translation>납품 %1을(를) 기록했습니다.</translation>
    </message>
    <message>
        <source>What you typed is kept on this PC.</source>
        <translation>적던 것을 이 PC에 보관했습니다.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>이어 적기</translation>
    </message>
    <message>
        <source>Order %1 was saved.</source>
        <translation>주문 %1을(를) 저장했습니다.</translation>
    </message>
    <message>
        <source>%1 was saved.</source>
        <translation>%1: 저장했습니다.</translation>
    </message>
    <message>
        <source>The company&apos;s details were saved.</source>
        <translation>회사 정보를 저장했습니다.</translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation>견적</translation>
    </message>
    <message>
        <source>New quotation</source>
        <translation>새 견적</translation>
    </message>
    <message>
        <source>Record a payment</source>
        <translation>입금 기록</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>입금 내역</translation>
    </message>
    <message>
        <source>Notes received</source>
        <translation>받을어음 현황</translation>
    </message>
    <message>
        <source>Receivables</source>
        <translation>미수금</translation>
    </message>
    <message>
        <source>Import from Excel</source>
        <translation>엑셀 가져오기</translation>
    </message>
    <message>
        <source>Save this list as an Excel file</source>
        <translation>이 목록을 엑셀 파일로 저장</translation>
    </message>
    <message>
        <source>Save the whole company as an Excel file</source>
        <translation>회사 전체를 엑셀 파일로 저장</translation>
    </message>
    <message>
        <source>Print all statements of today</source>
        <translation>오늘 거래명세서 모두 인쇄</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>재고</translation>
    </message>
    <message>
        <source>Production receipt</source>
        <translation>생산 입고</translation>
    </message>
    <message>
        <source>Count stock</source>
        <translation>재고 실사</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>Print the loading list</source>
        <translation>배차표 인쇄</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>휴지통</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>경영 현황</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>클레임</translation>
    </message>
    <message>
        <source>New claim</source>
        <translation>새 클레임</translation>
    </message>
    <message>
        <source>Change prices</source>
        <translation>단가 일괄 변경</translation>
    </message>
    <message>
        <source>Outstanding: what remains to be delivered</source>
        <translation>미납 현황: 아직 납품하지 않은 수량</translation>
    </message>
</context>
</TS>
