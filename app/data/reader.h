#pragma once
#include "app/data/business_days.h"
#include "core/storage/attention_store.h"
#include "core/storage/blob_store.h"
#include "core/storage/claim_store.h"
#include "core/storage/customer_store.h"
#include "core/storage/delivery_store.h"
#include "core/storage/figures_store.h"
#include "core/storage/note_store.h"
#include "core/storage/order_store.h"
#include "core/storage/payment_store.h"
#include "core/storage/product_store.h"
#include "core/storage/quotation_store.h"
#include "core/storage/receivable_list.h"
#include "core/storage/receivable_store.h"
#include "core/storage/relation_store.h"
#include "core/storage/search_index.h"
#include "core/storage/stock_store.h"
#include "core/storage/today_store.h"

namespace dure::app {

/// What a reading job reads through: one connection that never writes. Everything read in one job comes from one
/// moment. Lives on the reader's thread; a job must not keep it.
class Reader
{
public:
    explicit Reader(sqlite::Database& db)
        : m_db(db)
    { }

    storage::OrderStore orders() { return storage::OrderStore(m_db); }
    storage::DeliveryStore deliveries() { return storage::DeliveryStore(m_db); }
    storage::CustomerStore customers() { return storage::CustomerStore(m_db); }
    storage::ProductStore products() { return storage::ProductStore(m_db); }
    storage::QuotationStore quotations() { return storage::QuotationStore(m_db); }
    storage::ClaimStore claims() { return storage::ClaimStore(m_db); }
    storage::ReceivableStore receivables() { return storage::ReceivableStore(m_db); }
    storage::ReceivableListStore receivableList() { return {m_db, businessDays()}; }
    storage::PaymentStore payments() { return storage::PaymentStore(m_db); }
    storage::NoteStore notes() { return storage::NoteStore(m_db); }
    storage::FiguresStore figures() { return storage::FiguresStore(m_db); }
    storage::AttentionStore attention() { return storage::AttentionStore(m_db); }
    storage::AttachmentStore attachments() { return storage::AttachmentStore(m_db); }
    storage::StockStore stock() { return storage::StockStore(m_db); }
    storage::TodayStore today() { return storage::TodayStore(m_db); }
    storage::RelationStore relations() { return storage::RelationStore(m_db); }
    storage::SearchIndex search() { return storage::SearchIndex(m_db); }
    sqlite::Database& db() { return m_db; }

private:
    sqlite::Database& m_db;
};

} // namespace dure::app
