#include "core/exchange/xml_part.h"

#include <expat.h>
#include <utility>

namespace dure::exchange {

namespace {

constexpr int blockBytes = 64 << 10;
constexpr int maxDepth = 64; // worksheets nest some ten deep
constexpr std::int64_t maxTokenBytes = 8 << 20;

std::string_view localName(const char* qualified)
{
    const std::string_view name(qualified);
    return name.substr(name.rfind(':') + 1); // npos + 1 is 0
}

} // namespace

std::string_view XmlAttributes::value(std::string_view wanted) const
{
    for (const char** pair = m_pairs; *pair; pair += 2)
        if (localName(pair[0]) == wanted)
            return pair[1];
    return {};
}

void XmlSink::refuse(ExchangeErrorCode code, std::int64_t line, std::string detail)
{
    if (!m_refusal)
        m_refusal = ExchangeError{code, {}, line, std::move(detail)};
}

struct XmlPart::Parser
{
    ZipEntry entry;
    XmlSink& sink;
    XML_Parser expat = XML_ParserCreate(nullptr);
    std::int64_t fedBytes = 0;
    int depth = 0;
    std::optional<ExchangeErrorCode> refused; // by the parser itself
    bool done = false;

    Parser(ZipEntry part, XmlSink& receiver)
        : entry(std::move(part))
        , sink(receiver)
    {
        XML_SetUserData(expat, this);
        XML_SetElementHandler(expat, onStart, onEnd);
        XML_SetCharacterDataHandler(expat, onText);
        XML_SetStartDoctypeDeclHandler(expat, onDoctype);
        XML_SetEntityDeclHandler(expat, onEntity);
    }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;
    ~Parser() { XML_ParserFree(expat); }

    void stop(ExchangeErrorCode code)
    {
        refused = code;
        XML_StopParser(expat, XML_FALSE);
    }
    void stopIfRefused()
    {
        if (sink.refusal())
            XML_StopParser(expat, XML_FALSE);
    }
    // expat may still call these once after a stop, so each looks first
    bool stopped() const { return refused || sink.refusal(); }

    static void XMLCALL onStart(void* user, const char* name, const char** attributes)
    {
        auto& self = *static_cast<Parser*>(user);
        if (self.stopped())
            return;
        if (++self.depth > maxDepth) {
            self.stop(ExchangeErrorCode::TooDeep);
            return;
        }
        self.sink.startElement(localName(name), XmlAttributes(attributes));
        self.stopIfRefused();
    }
    static void XMLCALL onEnd(void* user, const char* name)
    {
        auto& self = *static_cast<Parser*>(user);
        if (self.stopped())
            return;
        --self.depth;
        self.sink.endElement(localName(name));
        self.stopIfRefused();
    }
    static void XMLCALL onText(void* user, const char* text, int length)
    {
        auto& self = *static_cast<Parser*>(user);
        if (self.stopped())
            return;
        self.sink.text({text, static_cast<std::size_t>(length)});
        self.stopIfRefused();
    }
    static void XMLCALL onDoctype(void* user, const char*, const char*, const char*, int)
    {
        static_cast<Parser*>(user)->stop(ExchangeErrorCode::EntityRefused);
    }
    static void XMLCALL onEntity(
        void* user, const char*, int, const char*, int, const char*, const char*, const char*, const char*)
    {
        static_cast<Parser*>(user)->stop(ExchangeErrorCode::EntityRefused);
    }

    std::unexpected<ExchangeError> error(ExchangeErrorCode code, std::string detail) const
    {
        return std::unexpected(ExchangeError{
            code, entry.name(), static_cast<std::int64_t>(XML_GetCurrentLineNumber(expat)), std::move(detail)});
    }

    std::unexpected<ExchangeError> reason() const
    {
        if (sink.refusal()) {
            ExchangeError refusal = *sink.refusal();
            if (refusal.place.empty())
                refusal.place = entry.name();
            return std::unexpected(std::move(refusal));
        }
        if (refused)
            return error(*refused, {});
        return error(ExchangeErrorCode::BadXml, XML_ErrorString(XML_GetErrorCode(expat)));
    }
};

XmlPart::XmlPart(ZipEntry entry, XmlSink& sink)
    : m_parser(std::make_unique<Parser>(std::move(entry), sink))
{ }

XmlPart::~XmlPart() = default;

std::expected<bool, ExchangeError> XmlPart::step()
{
    Parser& parser = *m_parser;
    if (parser.done)
        return false;
    auto* buffer = static_cast<char*>(XML_GetBuffer(parser.expat, blockBytes));
    if (!buffer)
        return parser.error(ExchangeErrorCode::TextTooLong, {});
    const auto got = parser.entry.read({buffer, blockBytes});
    if (!got)
        return std::unexpected(got.error());
    parser.fedBytes += static_cast<std::int64_t>(*got);
    parser.done = *got == 0;
    if (XML_ParseBuffer(parser.expat, static_cast<int>(*got), parser.done) != XML_STATUS_OK)
        return parser.reason();
    // expat looks at an unfinished token anew with every block: without a limit a long one costs quadratic time.
    if (!parser.done && parser.fedBytes - XML_GetCurrentByteIndex(parser.expat) > maxTokenBytes)
        return parser.error(ExchangeErrorCode::TextTooLong, {});
    return !parser.done;
}

std::expected<void, ExchangeError> parsePart(const ZipArchive& archive, const std::string& name, XmlSink& sink)
{
    auto entry = archive.openEntry(name);
    if (!entry)
        return std::unexpected(entry.error());
    XmlPart part(std::move(*entry), sink);
    while (true) {
        const auto more = part.step();
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            return {};
    }
}

} // namespace dure::exchange
