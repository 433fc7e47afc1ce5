#include "ui/boxes.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace ui {

void draw_about_box(const Context& context) {
    if (!context.document().panels.about) return;
    if (begin_box(context, "About Pinstretch", {560.0f, 460.0f}, &document::Panels::about)) {
        heading(context, "Pinstretch");
        wrapped("Shows in 3D how soft tissue release (pin and stretch) works on the hamstrings.");
        ImGui::Spacing();
        const std::string& disclaimer = context.world().lesson.disclaimer;
        wrapped(disclaimer.empty() ? "For education. Not medical advice." : disclaimer);
        ImGui::Spacing();
        tag(context, Certainty::computed);
        muted("Follows from a published model of joints and muscles; sources are named beside each number.");
        ImGui::Spacing();
        tag(context, Certainty::illustrative);
        muted("Drawn to explain. Not measured and not computed.");
        ImGui::Spacing();
        if (ImGui::TreeNodeEx("All sources", ImGuiTreeNodeFlags_SpanAvailWidth)) {
            for (const anatomy::Source& source : context.world().atlas.sources) {
                wrapped(source.citation);
                muted(source.licence);
            }
            ImGui::TreePop();
        }
    }
    ImGui::End();
}

} // namespace ui
