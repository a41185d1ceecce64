<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AccountPapers</name>
    <message numerus="yes">
        <source>Bills of %n customer(s)</source>
        <translation>
            <numerusform>Bill of %n customer</numerusform>
            <numerusform>Bills of %n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ledgers of %n customer(s)</source>
        <translation>
            <numerusform>Ledger of %n customer</numerusform>
            <numerusform>Ledgers of %n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Day</name>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n stop</numerusform>
            <numerusform>%n stops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation>
            <numerusform>%n thing</numerusform>
            <numerusform>%n things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pallet(s)</source>
        <translation>
            <numerusform>%n pallet</numerusform>
            <numerusform>%n pallets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es)</source>
        <translation>
            <numerusform>%n box</numerusform>
            <numerusform>%n boxes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message numerus="yes">
        <source>the import of %n row(s)</source>
        <translation>
            <numerusform>the import of %n row</numerusform>
            <numerusform>the import of %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stock count of %n product(s)</source>
        <translation>
            <numerusform>stock count of %n product</numerusform>
            <numerusform>stock count of %n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stock entries, first %1</source>
        <translation>
            <numerusform>%n stock entry, %1</numerusform>
            <numerusform>%n stock entries, first %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change of %n price(s)</source>
        <translation>
            <numerusform>change of %n price</numerusform>
            <numerusform>change of %n prices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Matter</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Nearness</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n d late</numerusform>
            <numerusform>%n d late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::AccountPage</name>
    <message numerus="yes">
        <source>%n characters or more; longer is better.</source>
        <translation>
            <numerusform>%n character or more; longer is better.</numerusform>
            <numerusform>%n characters or more; longer is better.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too short: take %n characters or more.</source>
        <translation>
            <numerusform>Too short: take %n character or more.</numerusform>
            <numerusform>Too short: take %n characters or more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::BackupDesk</name>
    <message numerus="yes">
        <source>No backup for %n day(s).</source>
        <translation>
            <numerusform>No backup for %n day.</numerusform>
            <numerusform>No backup for %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::ClaimListPage</name>
    <message numerus="yes">
        <source>%n claim(s)</source>
        <translation>
            <numerusform>%n claim</numerusform>
            <numerusform>%n claims</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::CompanyExport</name>
    <message numerus="yes">
        <source>%n row(s) were written: %1</source>
        <translation>
            <numerusform>%n row was written: %1</numerusform>
            <numerusform>%n rows were written: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::CountPage</name>
    <message numerus="yes">
        <source>The books of %n counted product(s) moved meanwhile.</source>
        <translation>
            <numerusform>The books of %n counted product moved meanwhile.</numerusform>
            <numerusform>The books of %n counted products moved meanwhile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) counted</source>
        <translation>
            <numerusform>%n product counted</numerusform>
            <numerusform>%n products counted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::CustomerDetailPane</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::CustomerField</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %n</source>
        <translation>
            <numerusform>the first %n</numerusform>
            <numerusform>the first %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::CustomerListPage</name>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::DashboardBoard</name>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s), %1</source>
        <translation>
            <numerusform>%n order, %1</numerusform>
            <numerusform>%n orders, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::DeliveryListPage</name>
    <message numerus="yes">
        <source>%n delivery(s)</source>
        <translation>
            <numerusform>%n delivery</numerusform>
            <numerusform>%n deliveries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n delivery(s)</source>
        <translation>
            <numerusform>more than %n delivery</numerusform>
            <numerusform>more than %n deliveries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Statements of %n delivery(s)</source>
        <translation>
            <numerusform>Statement of %n delivery</numerusform>
            <numerusform>Statements of %n deliveries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delivery notes of %n delivery(s)</source>
        <translation>
            <numerusform>Delivery note of %n delivery</numerusform>
            <numerusform>Delivery notes of %n deliveries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::DocumentPage</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::DocumentPrinting</name>
    <message numerus="yes">
        <source>%n document(s) went to the printer.</source>
        <translation>
            <numerusform>%n document went to the printer.</numerusform>
            <numerusform>%n documents went to the printer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s) went to the printer.</source>
        <translation>
            <numerusform>%n copy went to the printer.</numerusform>
            <numerusform>%n copies went to the printer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::EntryForm</name>
    <message numerus="yes">
        <source>Take %n characters or more.</source>
        <translation>
            <numerusform>Take %n character or more.</numerusform>
            <numerusform>Take %n characters or more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::HandoverSection</name>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation>
            <numerusform>%n action</numerusform>
            <numerusform>%n actions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) were discarded.</source>
        <translation>
            <numerusform>%n action was discarded.</numerusform>
            <numerusform>%n actions were discarded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) were accepted.</source>
        <translation>
            <numerusform>%n action was accepted.</numerusform>
            <numerusform>%n actions were accepted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be taken over; they contradict what is there now.</source>
        <translation>
            <numerusform>%n could not be taken over; it contradicts what is there now.</numerusform>
            <numerusform>%n could not be taken over; they contradict what is there now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::ImportNamesStep</name>
    <message numerus="yes">
        <source>%n name(s) were not found; their orders would be left out.</source>
        <translation>
            <numerusform>%n name was not found; its orders would be left out.</numerusform>
            <numerusform>%n names were not found; their orders would be left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::ImportPage</name>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were saved to be corrected and imported again: %1</source>
        <translation>
            <numerusform>%n row was saved to be corrected and imported again: %1</numerusform>
            <numerusform>%n rows were saved to be corrected and imported again: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::LeavingPage</name>
    <message numerus="yes">
        <source>%n action(s) are being handed in.</source>
        <translation>
            <numerusform>%n action is being handed in.</numerusform>
            <numerusform>%n actions are being handed in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::LedgerPage</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::ListPage</name>
    <message numerus="yes">
        <source>%n row(s) were written: %1</source>
        <translation>
            <numerusform>%n row was written: %1</numerusform>
            <numerusform>%n rows were written: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::NoteListPage</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::OrderDetailPane</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::OrderEditorPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) pasted.</source>
        <translation>
            <numerusform>%n line pasted.</numerusform>
            <numerusform>%n lines pasted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are of no product that is known; they stay as text, marked.</source>
        <translation>
            <numerusform>%n of them is of no product that is known; it stays as text, marked.</numerusform>
            <numerusform>%n of them are of no product that is known; they stay as text, marked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) name no product that is known.</source>
        <translation>
            <numerusform>%n line names no product that is known.</numerusform>
            <numerusform>%n lines name no product that is known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The line now stands in %n part(s).</source>
        <translation>
            <numerusform>The line now stands in %n part.</numerusform>
            <numerusform>The line now stands in %n parts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::OrderLineGrid</name>
    <message numerus="yes">
        <source>%n price(s)</source>
        <translation>
            <numerusform>%n price</numerusform>
            <numerusform>%n prices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::OrderListPage</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n order(s)</source>
        <translation>
            <numerusform>more than %n order</numerusform>
            <numerusform>more than %n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::OutstandingDetailPane</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::OutstandingListModel</name>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::OutstandingListPage</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n late</source>
        <translation>
            <numerusform>%1, %n late</numerusform>
            <numerusform>%1, %n late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::PaymentListPage</name>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation>
            <numerusform>%n payment</numerusform>
            <numerusform>%n payments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n payment(s)</source>
        <translation>
            <numerusform>more than %n payment</numerusform>
            <numerusform>more than %n payments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::PersonSection</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::PriceChangeHead</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::PriceChangePage</name>
    <message numerus="yes">
        <source>%n to put right</source>
        <translation>
            <numerusform>%n to put right</numerusform>
            <numerusform>%n to put right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n list price(s) to change on the day itself</source>
        <translation>
            <numerusform>%n list price to change on the day itself</numerusform>
            <numerusform>%n list prices to change on the day itself</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) changed from %1 on.</source>
        <translation>
            <numerusform>%n price changed from %1 on.</numerusform>
            <numerusform>%n prices changed from %1 on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::ProductCompletion</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %n</source>
        <translation>
            <numerusform>the first %n</numerusform>
            <numerusform>the first %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::ProductDetailPane</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::ProductListPage</name>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change prices of %n product(s)</source>
        <translation>
            <numerusform>Change prices of %n product</numerusform>
            <numerusform>Change prices of %n products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::QuotationListPage</name>
    <message numerus="yes">
        <source>%n quotation(s)</source>
        <translation>
            <numerusform>%n quotation</numerusform>
            <numerusform>%n quotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::ReceiptPage</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n line(s) written down.</source>
        <translation>
            <numerusform>%1: %n line written down.</numerusform>
            <numerusform>%1: %n lines written down.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::ReceivableListPage</name>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::RelationListPage</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::RowForm</name>
    <message numerus="yes">
        <source>At most %n decimal(s) can stand here.</source>
        <translation>
            <numerusform>At most %n decimal can stand here.</numerusform>
            <numerusform>At most %n decimals can stand here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::Session</name>
    <message numerus="yes">
        <source>%n action(s) that were not sent wait for the owner to decide; the data is gone from this PC.</source>
        <translation>
            <numerusform>%n action that was not sent waits for the owner to decide; the data is gone from this PC.</numerusform>
            <numerusform>%n actions that were not sent wait for the owner to decide; the data is gone from this PC.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::StockDetailPane</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::StockLedgerPage</name>
    <message numerus="yes">
        <source>%n movement(s)</source>
        <translation>
            <numerusform>%n movement</numerusform>
            <numerusform>%n movements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::StockListPage</name>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dure::app::SyncStatusBox</name>
    <message numerus="yes">
        <source>%n waiting since %1</source>
        <translation>
            <numerusform>%n waiting since %1</numerusform>
            <numerusform>%n waiting since %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) a look</source>
        <translation>
            <numerusform>%n needs a look</numerusform>
            <numerusform>%n need a look</numerusform>
        </translation>
    </message>
</context>
</TS>
