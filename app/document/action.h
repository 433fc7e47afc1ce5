#pragma once
// Action: one thing a user asked for, as a value. Panels and keys make them, apply() in verbs.h carries them out.

#include "document/document.h"

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace document {

// What is shown (undoable) -------------------------------------------------------------------------------------------
struct Hide {
    int structure;
};
struct Show {
    int structure;
};
struct ShowAll {}; ///< nothing hidden, faded or isolated
struct Isolate {
    int structure;
}; ///< a second time on the same structure ends it
struct Fade {
    int structure;
}; ///< x-ray on or off
struct SetLayerOpacity {
    std::string layer;
    float opacity;
    bool done;
}; ///< done: the slider was let go
struct ShowLayer {
    std::string layer;
    bool shown;
};
struct ResetLayers {}; ///< as the step shows them
struct SetClip {
    scene::ClipPlane clip;
    bool done;
};
struct ToggleClip {};
struct CutAcross {
    int axis; ///< of the room; through what is selected, or the middle of the leg
};
struct ToggleLabels {};
struct ToggleStrain {};
struct ToggleStrainOfAll {};
struct ToggleGhost {};
struct TogglePlot {};
struct ToggleInset {};
struct SetLook {
    scene::Look look;
}; ///< also the next time the program starts
struct ToggleDepthOfField {};
struct SetPoseOffset {
    motion::Pose offset;
    bool done;
}; ///< "what if"; done: the slider was let go
struct Undo {};
struct Redo {};

// Pointing -----------------------------------------------------------------------------------------------------------
struct Select {
    std::optional<int> structure;
};
struct SelectLandmark {
    int region;
}; ///< its bone, and its name in the picture until something else is selected
struct Hover {
    std::optional<int> structure;
};

// Camera -------------------------------------------------------------------------------------------------------------
struct Orbit {
    double yaw, pitch;
}; ///< radians the eye goes round the target: to its right, up
struct Pan {
    double right, up;
}; ///< in heights of the picture; the picture follows
struct Zoom {
    double steps;                    ///< wheel notches, positive = closer
    std::optional<glm::vec3> toward; ///< point to keep in place
};
struct Focus {
    std::optional<int> structure;
    std::optional<glm::vec3> point;
};                                                         ///< neither: the whole leg
struct HomeView {};                                        ///< back to the step's camera
enum class Side { front, back, right, left, top, bottom }; ///< of the client; "front" looks at the feet end
struct LookFrom {
    Side side;
};
struct ToggleOrthographic {};

// Time ---------------------------------------------------------------------------------------------------------------
struct TogglePlay {};
struct Pause {};
struct Seek {
    base::Seconds at;
};
struct MoveFrames {
    int count;
}; ///< of 1/25 s, pauses
struct NextStep {};
struct PreviousStep {};
struct GoToStep {
    int step;
};
struct SetSpeed {
    double factor;
};
struct ChangeSpeed {
    int notches;
};                    ///< along 0.1 0.25 0.5 0.75 1 1.5 2 4
struct ToggleLoop {}; ///< loop the current step

// The window ---------------------------------------------------------------------------------------------------------
struct SetPreferences {
    Preferences preferences;
};
struct NextAudience {};
struct SetPanels {
    Panels panels;
};
struct ResetLayout {};
struct FocusSearch {};
struct SearchFocused {}; ///< the field has the keyboard now
struct SetSearch {
    std::string text;
};
struct Present {
    bool on;
};
struct ToggleBlank {};
struct ToggleFullscreen {};
struct TakeScreenshot {};
struct OpenFile {
    std::string path;
};
struct Tell {
    std::string message;
}; ///< shown in the message bar; empty puts it away
struct Quit {};

using Action =
    std::variant<Hide, Show, ShowAll, Isolate, Fade, SetLayerOpacity, ShowLayer, ResetLayers, SetClip, ToggleClip,
                 CutAcross, ToggleLabels, ToggleStrain, ToggleStrainOfAll, ToggleGhost, TogglePlot, ToggleInset,
                 SetLook, ToggleDepthOfField, SetPoseOffset, Undo, Redo, Select, SelectLandmark, Hover, Orbit, Pan,
                 Zoom, Focus, HomeView, LookFrom, ToggleOrthographic, TogglePlay, Pause, Seek, MoveFrames, NextStep,
                 PreviousStep, GoToStep, SetSpeed, ChangeSpeed, ToggleLoop, SetPreferences, NextAudience, SetPanels,
                 ResetLayout, FocusSearch, SearchFocused, SetSearch, Present, ToggleBlank, ToggleFullscreen,
                 TakeScreenshot, OpenFile, Tell, Quit>;
using Actions = std::vector<Action>;

} // namespace document
