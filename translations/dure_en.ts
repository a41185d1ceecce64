<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Errors</name>
    <message numerus="yes">
        <source>the import of %n row(s)</source>
        <translation>
            <numerusform>the import of %n row</numerusform>
            <numerusform>the import of %n rows</numerusform>
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
