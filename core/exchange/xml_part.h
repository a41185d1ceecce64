#pragma once
#include "core/exchange/zip_archive.h"

#include <optional>
#include <string>
#include <string_view>

namespace dure::exchange {

/// The attributes of one element; valid only during the call that hands it out.
class XmlAttributes
{
public:
    explicit XmlAttributes(const char** pairs)
        : m_pairs(pairs)
    { }
    /// By local name, whatever the namespace prefix; empty if absent.
    std::string_view value(std::string_view localName) const;

private:
    const char** m_pairs;
};

/// Receives one part's elements by local name.
class XmlSink
{
public:
    virtual ~XmlSink() = default;
    virtual void startElement(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void endElement(std::string_view name) = 0;
    virtual void text(std::string_view) { } ///< may come in pieces

    const std::optional<ExchangeError>& refusal() const { return m_refusal; }

protected:
    /// Ends the parsing with this error; the first one stands.
    void refuse(ExchangeErrorCode code, std::int64_t line = 0, std::string detail = {});

private:
    std::optional<ExchangeError> m_refusal;
};

/// Parses one part of a workbook block by block, so that a sheet never stands in memory as a whole.
/// Refuses document types and entity declarations (EntityRefused), deep nesting (TooDeep), one tag or text beyond 8 MiB
/// and what is not XML (BadXml), besides what ZipEntry refuses.
class XmlPart
{
public:
    XmlPart(ZipEntry entry, XmlSink& sink); ///< the sink outlives the part
    ~XmlPart();
    XmlPart(const XmlPart&) = delete;
    XmlPart& operator=(const XmlPart&) = delete;

    /// Parses the next block. False: the part has ended well.
    std::expected<bool, ExchangeError> step();

private:
    struct Parser;
    std::unique_ptr<Parser> m_parser;
};

/// Parses a whole part.
std::expected<void, ExchangeError> parsePart(const ZipArchive& archive, const std::string& name, XmlSink& sink);

} // namespace dure::exchange
