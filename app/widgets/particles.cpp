#include "app/widgets/particles.h"

#include <array>

namespace dure::app {
namespace {

enum class Ending { Unknown, Vowel, Rieul, Consonant };

struct Particle
{
    QStringView both, afterConsonant, afterVowel;
    bool rieulIsVowel = false; // 서울로, 7로
};
constexpr std::array particles{Particle{u"을(를)", u"을", u"를"}, Particle{u"이(가)", u"이", u"가"},
    Particle{u"은(는)", u"은", u"는"}, Particle{u"와(과)", u"과", u"와"}, Particle{u"(으)로", u"으로", u"로", true}};

Ending endingOf(QChar sign, QChar before)
{
    constexpr char16_t firstSyllable = u'가';
    constexpr char16_t lastSyllable = u'힣';
    constexpr int finals = 28; // of a syllable: none, ㄱ, ㄲ …
    constexpr int rieul = 8;
    if (const char16_t code = sign.unicode(); code >= firstSyllable && code <= lastSyllable) {
        const int final = (code - firstSyllable) % finals;
        return final == 0 ? Ending::Vowel : final == rieul ? Ending::Rieul : Ending::Consonant;
    }
    const auto isOneOf = [sign](QStringView signs) { return signs.contains(sign); };
    if (isOneOf(u"178LR")) // 일 칠 팔 엘 알
        return Ending::Rieul;
    if (isOneOf(u"036MN")) // 영 (십, 백, 천, 만), 삼, 육, 엠, 엔
        return Ending::Consonant;
    if (isOneOf(u"2459%") || (sign >= u'A' && sign <= u'Z'))
        return Ending::Vowel;
    if (sign < u'a' || sign > u'z')
        return Ending::Unknown;
    if (sign == u'l')
        return Ending::Rieul;
    return isOneOf(u"mn") || (sign == u'g' && before == u'n') ? Ending::Consonant : Ending::Vowel;
}

/// Of what stands before `place`; brackets and quotation marks are not read.
Ending endingBefore(const QString& text, qsizetype place)
{
    while (place > 0 && QStringView(u"”’\"')]》」").contains(text[place - 1]))
        --place;
    return place == 0 ? Ending::Unknown : endingOf(text[place - 1], place > 1 ? text[place - 2] : QChar());
}

} // namespace

QString withParticles(const QString& text)
{
    QString done = text;
    for (const Particle& particle : particles) {
        for (qsizetype at = 0; (at = done.indexOf(particle.both, at)) >= 0;) {
            const Ending ending = endingBefore(done, at);
            QStringView chosen = particle.both;
            if (ending != Ending::Unknown) {
                const bool asVowel = ending == Ending::Vowel || (ending == Ending::Rieul && particle.rieulIsVowel);
                chosen = asVowel ? particle.afterVowel : particle.afterConsonant;
            }
            done.replace(at, particle.both.size(), chosen.toString());
            at += chosen.size();
        }
    }
    return done;
}

} // namespace dure::app
