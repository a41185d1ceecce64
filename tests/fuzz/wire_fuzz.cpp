// Everything that comes over the wire: messages, mutations, rows, unknown fields, compressed bodies. What a decoder
// accepts must come back the same from its encoder.
#include "sync/protocol/account_codec.h"
#include "tests/fuzz/target.h"

namespace dure::fuzz {

namespace {

using namespace protocol;

/// The first byte chooses what the rest is read as.
enum Kind : char {
    PushIn = 'a',
    PushOut,
    PullIn,
    PullOut,
    DigestOut,
    WatchIn,
    WatchOut,
    SignIn,
    Session,
    EnrolIn,
    EnrolOut,
    Handover,
    History,
    Error,
    Action,
    Fields_,
    Extra,
    Packed,
    Blob,
    People ///< the next byte chooses which message about people and devices
};

template <class T> void message(std::string_view json)
{
    const auto first = decode<T>(json);
    if (!first)
        return;
    const std::string text = encode(*first);
    const auto second = decode<T>(text);
    must(second.has_value());
    must(encode(*second) == text);
}

/// Replies carry rows as text for the server and as rows for the client: only read here.
template <class T> void readOnly(std::string_view json) { (void)decode<T>(json); }

/// Those of account_messages.h, in its order.
constexpr void (*people[])(std::string_view) = {message<MembersReply>, message<RoleRequest>, message<InviteRequest>,
    message<InviteReply>, message<InvitesReply>, message<JoinRequest>, message<DevicesReply>,
    message<PasswordChangeRequest>, message<ResetCodeRequest>, message<ResetCodeReply>, message<PasswordResetRequest>,
    message<SecondFactorRequest>, message<SecondFactorReply>, message<SecondFactorCode>, message<RecoveryCodesReply>,
    message<SecondFactorRemoval>, message<HandoversReply>, message<HandoverDetailReply>, message<HandoverDecision>};

void personal(std::string_view bytes)
{
    const auto which = static_cast<unsigned char>(bytes.empty() ? 0 : bytes.front()) - unsigned{'a'};
    if (which < std::size(people))
        people[which](bytes.substr(1));
}

void mutation(std::string_view body)
{
    const auto first = decodeMutation(body);
    if (!first)
        return;
    const std::string text = encodeMutation(*first);
    const auto second = decodeMutation(text);
    must(second.has_value());
    must(encodeMutation(*second) == text);
}

void row(std::string_view bytes)
{
    if (bytes.empty())
        return;
    const auto tables = allTables();
    const Table& table = tables[static_cast<unsigned char>(bytes.front()) % tables.size()];
    const Uuid id = *Uuid::fromString("018f0000-0000-7000-8000-000000000001");
    const auto first = decodeRow(table, id, bytes.substr(1));
    if (!first)
        return;
    const std::string text = encodeRow(table, *first);
    const auto second = decodeRow(table, id, text);
    must(second.has_value());
    must(rowHash(table, *first, 7) == rowHash(table, *second, 7));
}

std::string kind(Kind which, const std::string& rest) { return std::string(1, which) + rest; }

std::vector<std::string> personalSeeds(const Uuid& id)
{
    const std::vector<std::string> texts
        = {encode(MembersReply{{{id, "a@b", "김", Coordinator, 9, 1, true}}}), encode(RoleRequest{Staff, 0}),
            encode(InviteRequest{Coordinator, "a@b", 9, 7}), encode(InviteReply{id, "abcd-efgh-jkmn", 9}),
            encode(InvitesReply{{{id, Staff, "a@b", 0, 1, "김", 9, InviteState::Used}}}),
            encode(JoinRequest{"abcd", "a@b", "김", "비밀번호", id, "PC", "123456"}),
            encode(DevicesReply{{{id, "PC", id, "a@b", "김", "0.1.0", 1, 2, 3, 0, true}}}),
            encode(PasswordChangeRequest{"a", "b"}), encode(ResetCodeRequest{"a@b"}), encode(ResetCodeReply{"c", 1}),
            encode(PasswordResetRequest{"a@b", "c", "p"}), encode(SecondFactorRequest{"p"}),
            encode(SecondFactorReply{"ABCD", "otpauth://totp/x"}), encode(SecondFactorCode{"123456"}),
            encode(RecoveryCodesReply{{"a", "b"}}), encode(SecondFactorRemoval{"p", "c"}),
            encode(HandoversReply{{{id, id, "김", "PC", 1, 2, 3}}}),
            encode(HandoverDetailReply{{{1, 2, "save_order", "{}", HandoverState::Rejected, "x"}}}),
            encode(HandoverDecision{true})};
    std::vector<std::string> seeds;
    for (std::size_t i = 0; i < texts.size(); ++i)
        seeds.push_back(kind(People, std::string(1, static_cast<char>('a' + i)) + texts[i]));
    return seeds;
}

} // namespace

void tryInput(std::string_view bytes)
{
    if (bytes.empty())
        return;
    const std::string_view rest = bytes.substr(1);
    switch (bytes.front()) {
    case PushIn:
        return message<PushRequest>(rest);
    case PushOut:
        return message<PushReply>(rest);
    case PullIn:
        return message<PullRequest>(rest);
    case PullOut:
        return readOnly<PullReply>(rest);
    case DigestOut:
        return message<DigestReply>(rest);
    case WatchIn:
        return message<WatchRequest>(rest);
    case WatchOut:
        return message<WatchReply>(rest);
    case SignIn:
        return message<SignInRequest>(rest);
    case Session:
        return message<SessionReply>(rest);
    case EnrolIn:
        return message<EnrolRequest>(rest);
    case EnrolOut:
        return message<EnrolReply>(rest);
    case Handover:
        return message<HandoverReply>(rest);
    case History:
        return message<std::vector<HistoryEntry>>(rest);
    case Error:
        return message<ErrorReply>(rest);
    case Action:
        return mutation(rest);
    case Fields_:
        return row(rest);
    case Extra: {
        const std::size_t half = rest.size() / 2;
        (void)mergeExtra(std::string(rest.substr(0, half)), std::string(rest.substr(half)));
        return;
    }
    case Packed:
        if (const auto out = decompress(rest, 1 << 20))
            must(out->size() <= 1 << 20);
        return;
    case Blob:
        return message<BlobState>(rest);
    case People:
        return personal(rest);
    default:
        return;
    }
}

std::vector<std::string> seeds()
{
    const Uuid id = *Uuid::fromString("018f0000-0000-7000-8000-000000000001");
    Mutation action{id, 1'790'000'000'000, "save_order", id, {}};
    Change line{TableId::OrderLine, id, 12, Op::Create, {}};
    line.fields.known = {{col::OrderLine::productName, std::string("PET 500ml 투명")},
        {col::OrderLine::quantity, 10'000LL}, {col::OrderLine::orderId, id}};
    line.fields.extra = R"({"pack.mould":"A-3"})";
    action.changes = {line, {TableId::Customer, id, 0, Op::Delete, {}}};
    const std::string body = encodeMutation(action);
    Row row;
    row.id = id;
    row.values.resize(tableOf(TableId::Customer).columns.size());
    row.values[col::Customer::name] = std::string("삼성공업 \"㈜\"");
    const std::string fields = encodeRow(tableOf(TableId::Customer), row);
    PullReply page{1, "e", 9, 3, 1, true, {"customer"}, {{"customer", 9}}, {}};
    page.rows.push_back({"customer", id, 9, false, fields, {}});
    page.rows.push_back({"from_the_future", id, 9, false, R"({"x":[1,{"y":null}]})", {}});
    const auto customers = std::string(1, static_cast<char>(1)); // the table's place in allTables()
    std::vector<std::string> all = {kind(PushIn, encode(PushRequest{id, "e", 5, {{1, 77, body}}, 3})),
        kind(PushOut, encode(PushReply{5, "e", 9, {{1, ResultStatus::Rejected, 9, RejectReason::BadValue, "x"}}})),
        kind(PullIn, encode(PullRequest{"e", 1, {{"customer", 5}}, 100})), kind(PullOut, encode(page)),
        kind(DigestOut, encode(DigestReply{"e", 5, {{"customer", {3, ~0ULL}}}})),
        kind(WatchIn, encode(WatchRequest{{{id, 4}}, 1000})), kind(WatchOut, encode(WatchReply{{{id, 4}}})),
        kind(SignIn, encode(SignInRequest{"a@b.example", "비밀", id, "사무실 PC"})),
        kind(Session,
            encode(SessionReply{"00ff", id, "김미선", "a@b.example", 5, {{id, SpaceKind::Company, "한결", 2, "e"}}})),
        kind(EnrolIn, encode(EnrolRequest{id, "PC"})), kind(EnrolOut, encode(EnrolReply{"AB"})),
        kind(Handover, encode(HandoverReply{id, 3})), kind(Blob, encode(BlobState{1000, 400, false})),
        kind(History, encode(std::vector<HistoryEntry>{{1, 2, "김", "PC", "put", "{}", R"({"name":"새"})"}})),
        kind(Error, encode(ErrorReply{})), kind(Action, body), kind(Fields_, customers + fields),
        kind(Extra, R"({"a":1,"b":{"c":null}}{"a":null,"b":2})"),
        kind(Fields_, customers + R"({"x":0.00000000000000000000000000000000000000000000000000000000001e-300})"),
        kind(Fields_, customers + R"({"name":"\uDD00","x":"\uD83D"})"),
        kind(Packed, compress(std::string(5000, 'a') + body))};
    const auto more = personalSeeds(id);
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace dure::fuzz
