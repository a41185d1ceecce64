#pragma once
#include "core/storage/attention_store.h"
#include "core/storage/blob_store.h"
#include "core/storage/customer_store.h"
#include "core/storage/delivery_store.h"
#include "core/storage/order_store.h"
#include "core/storage/product_store.h"
#include "core/storage/receivable_store.h"
#include "core/storage/relation_store.h"
#include "core/storage/search_index.h"
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
    storage::ReceivableStore receivables() { return storage::ReceivableStore(m_db); }
    storage::AttentionStore attention() { return storage::AttentionStore(m_db); }
    storage::AttachmentStore attachments() { return storage::AttachmentStore(m_db); }
    storage::TodayStore today() { return storage::TodayStore(m_db); }
    storage::RelationStore relations() { return storage::RelationStore(m_db); }
    storage::SearchIndex search() { return storage::SearchIndex(m_db); }
    sqlite::Database& db() { return m_db; }

private:
    sqlite::Database& m_db;
};

} // namespace dure::app
