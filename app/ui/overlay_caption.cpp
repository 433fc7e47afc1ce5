#include "ui/overlay.h"
#include "ui/words.h"

#include <algorithm>

namespace ui {

namespace {

constexpr float k_most_of_height = 0.36f;
constexpr int k_most_sentences = 12;

// As many whole sentences as fit; at least the first.
std::string sentences_that_fit(const OverlayPaper& paper, const std::string& text, float wrap, float height) {
    if (paper.text.measure(text, wrap).y <= height) return text;
    std::string best = first_sentences(text, 1);
    for (int count = 2; count <= k_most_sentences; ++count) {
        std::string more = first_sentences(text, count);
        if (paper.text.measure(more, wrap).y > height) break;
        best = std::move(more);
    }
    return best;
}

float draw_disclaimer(const OverlayPaper& paper) {
    const std::string& words = paper.context.world().lesson.disclaimer;
    if (!paper.options.disclaimer || words.empty()) return 0.0f;
    const Type& type = paper.text;
    const float pad = 5.0f * paper.unit, wrap = paper.area.size.x - 4.0f * pad;
    const glm::vec2 size = type.measure(words, wrap);
    const Rect strip{{paper.area.min.x, paper.area.max().y - size.y - 2.0f * pad},
                     {paper.area.size.x, size.y + 2.0f * pad}};
    paper.list.AddRectFilled(im(strip.min), im(strip.max()), rgb(k_raised_hex, 232));
    type.draw(paper.list, strip.min + glm::vec2(2.0f * pad, pad), k_muted, words, wrap);
    return strip.size.y;
}

} // namespace

Rect draw_caption(const OverlayPaper& paper, bool with_text) {
    const float strip = draw_disclaimer(paper);
    const float low = paper.area.max().y - strip;
    const Rect below{{paper.area.min.x, low}, {strip > 0.0f ? paper.area.size.x : 0.0f, strip}};
    const lesson::Step* step = paper.context.step();
    if (step == nullptr) return below;
    const int count = static_cast<int>(paper.context.world().lesson.steps.size());
    const std::string title = step_text(paper.context.sample().step, count) + ": " + step->title;
    const float unit = paper.unit, pad = 12.0f * unit;
    const float wrap = std::max(paper.area.size.x * 0.9f - 2.0f * pad, 40.0f * unit);
    const glm::vec2 title_size = paper.heading.measure(title, wrap);
    std::string text;
    glm::vec2 text_size(0.0f);
    if (with_text) {
        const float most =
            std::max(paper.area.size.y * k_most_of_height - title_size.y - 3.0f * pad, paper.text.size * 1.3f);
        text = sentences_that_fit(
            paper, step->text[static_cast<std::size_t>(paper.context.document().preferences.audience)], wrap, most);
        text_size = paper.text.measure(text, wrap);
    }
    Rect card;
    card.size = {std::max(title_size.x, text_size.x) + 2.0f * pad,
                 title_size.y + text_size.y + (text.empty() ? 1.2f : 2.4f) * pad};
    card.min = {paper.area.min.x + (paper.area.size.x - card.size.x) / 2.0f, low - card.size.y - pad};
    // A small picture keeps its room: title and explanation stand in the panels too.
    if (paper.keep_free > 0.0f && card.min.y < paper.area.min.y + std::max(paper.keep_free, paper.area.size.y * 0.5f))
        return below;
    draw_card(paper, card);
    const glm::vec2 at = card.min + glm::vec2(pad, (text.empty() ? 0.6f : 0.9f) * pad);
    paper.heading.draw(paper.list, at, k_text, title, wrap);
    if (!text.empty()) paper.text.draw(paper.list, at + glm::vec2(0.0f, title_size.y + 0.5f * pad), k_text, text, wrap);
    return {card.min, {card.size.x, paper.area.max().y - card.min.y}};
}

} // namespace ui
