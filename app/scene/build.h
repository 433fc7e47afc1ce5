#pragma once
// build: (world, lesson sample, view options) -> Scene. Pure; the Builder only remembers shapes it has made.

#include "lesson/sample.h"
#include "scene/readout.h"
#include "scene/scene.h"
#include "scene/world.h"

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace scene {

/// What the user has changed about the view, on top of what the step shows.
struct ViewOptions {
    std::vector<std::pair<std::string, float>> layer_opacity; ///< overrides by layer id
    std::set<int> hidden;                                     ///< structure indices
    std::set<int> faded;                                      ///< x-rayed structure indices
    std::optional<int> isolated;                              ///< show only this structure (and the couch not at all)
    std::optional<int> selected, hovered;
    std::optional<int> landmark;  ///< index of the region whose name stands in the picture
    std::optional<Camera> camera; ///< the user's own camera; nullopt follows the step
    ClipPlane clip;
    bool labels = true;
    bool strain = true;         ///< allow strain colours where the step asks for them
    bool strain_of_all = false; ///< strain colours on every muscle, whatever the step asks for
    bool ghost = true;          ///< show the unlocked muscle beside the locked one
    bool plot = true;           ///< strain over knee angle beside the picture, while a lock is on
    bool inset = true;          ///< the illustration of what may happen under the lock
    Look look = Look::plate;
    bool depth_of_field = false;
    /// "What if": added to the lesson's pose, also to the one in which a lock was set, as if the leg lay so throughout.
    motion::Pose pose_offset;
    bool operator==(const ViewOptions&) const = default;
};

class Builder {
public:
    explicit Builder(const World& world);
    ~Builder();
    /// Scene and readout at lesson time `at`.
    Scene build(base::Seconds at, const ViewOptions& options);
    /// The same of a moment that need not be in the lesson; `sample.step` is one of its steps.
    Scene build(const lesson::Sample& sample, const ViewOptions& options);
    const Readout& readout() const;

private:
    struct Memory;
    std::unique_ptr<Memory> memory_;
};

/// Lays the standing model prone on the couch: (x, y, z) -> (x, couch height - z, y), see lesson::Camera.
glm::mat4 couch_transform();

/// Camera of the lesson as a scene camera.
Camera scene_camera(const lesson::Camera& camera);

} // namespace scene
