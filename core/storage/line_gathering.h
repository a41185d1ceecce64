#pragma once
#include "core/domain/uuid.h"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace dure::storage {

/// What orders and deliveries both show of their lines.
struct GatheredLines
{
    std::int64_t count = 0;
    std::string firstProduct; ///< name and spec of the line with the smallest position
    std::string products; ///< 12 hex digits of each line's product, for filters that walk the summaries
    std::string freeText; ///< names of lines without a product
    std::int64_t supply = 0;
    std::int64_t tax = 0;

    void add(std::int64_t position, const Uuid& product, std::string_view name, std::string_view spec)
    {
        ++count;
        if (position < m_firstPosition) {
            m_firstPosition = position;
            firstProduct = name;
            if (!spec.empty())
                firstProduct.append(" ").append(spec);
        }
        if (product.isNil())
            freeText.append(freeText.empty() ? "" : " ").append(name);
        else
            products += productMark(product);
    }

    /// The random end of an id: two products that share it are not to be expected among 2^48.
    static std::string productMark(const Uuid& product)
    {
        static constexpr char digits[] = "0123456789abcdef";
        std::string mark;
        for (std::size_t i = 10; i < 16; ++i) {
            mark += digits[product.bytes[i] >> 4];
            mark += digits[product.bytes[i] & 15];
        }
        return mark;
    }
    static constexpr std::size_t markSize = 12;

private:
    std::int64_t m_firstPosition = std::numeric_limits<std::int64_t>::max();
};

} // namespace dure::storage
