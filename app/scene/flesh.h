#pragma once
// Flesh: the shapes of everything soft at one moment, remembered for as long as nothing changes.

#include "scene/ground.h"
#include "scene/hands.h"
#include "scene/readout.h"
#include "scene/world.h"
#include "tissue/flesh.h"
#include "tissue/solver.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace scene {

struct Limp;

class Flesh {
public:
    /// `world` must outlive it.
    explicit Flesh(const World& world);

    /// Goes to `readout.sample` and fills in what the readout says of tissue, hands and skin. Muscles in `strained`
    /// (indices, increasing) take strain colours. `readout` must outlive all that follows and be the same at every
    /// call.
    void move(std::vector<int> strained, Readout& readout);

    const motion::BoneFrames& frames() const { return frames_; }
    const motion::BoneFrames& from_rest() const { return from_rest_; }
    /// Whether a mesh has shapes of its own; others move as they are.
    bool is_soft(std::size_t mesh) const;
    /// Makes the shapes, and ghosts if asked to, of these meshes on all cores.
    void make(std::span<const std::size_t> meshes, bool ghosts);
    /// Of a mesh, made when first asked for: most of the leg is hidden most of the time. Null for a rigid one.
    /// Different meshes may be asked for in several threads.
    const std::shared_ptr<const Shape>& shape(std::size_t mesh);
    /// Whether a mesh takes strain colours.
    bool shows_strain(std::size_t mesh) const;
    /// The mesh of a locked muscle as it would be without the lock; null for all others.
    const std::shared_ptr<const Shape>& ghost(std::size_t mesh);
    /// Where the lock was set; nullopt without one.
    const std::optional<LockSeat>& seat() const { return seat_; }
    /// Where a vertex of a mesh lies now, standing model space.
    glm::vec3 posed_vertex(std::size_t mesh, int vertex);

private:
    /// Everything the shapes depend on.
    struct Key {
        motion::Pose pose;
        std::optional<tissue::Lock> lock;
        std::vector<lesson::HandSample> hands;
        std::vector<double> activation; ///< one for each muscle
        std::vector<int> strained;      ///< muscles in strain colours, increasing
        bool operator==(const Key&) const = default;
    };

    /// The seat of a lock, remembered; null without a lock. Valid until the next move().
    const LockSeat* seat_of(const std::optional<tissue::Lock>& lock);
    void place_hands_on_skin(Readout& readout);
    /// To work with on one mesh.
    struct Scratch {
        tissue::Deformed deformed;
        std::vector<float> material; ///< as in Shape
        tissue::NodeValues strain;
        std::vector<glm::vec3> settled;    ///< where it lies without hands
        std::vector<std::uint32_t> astray; ///< its vertices that may have come into a bone
    };
    void deform(std::size_t mesh, const tissue::MuscleState& state, const Limp& limp, Scratch& to) const;
    void keep_out_of_bone(float moved, Scratch& in) const;
    bool has_ghost(std::size_t mesh) const;
    void make_shape(std::size_t mesh, Scratch& in) const;
    void make_unlocked(std::size_t mesh, Scratch& in) const;
    using Make = void (Flesh::*)(std::size_t mesh, Scratch& in) const;
    std::shared_ptr<const Shape> filled(std::size_t mesh, Make made_by);

    const World& world_;
    int skin_mesh_ = -1;
    tissue::Solver solver_;
    Ground ground_;
    std::optional<Key> key_; ///< what the remembered shapes were made for
    motion::BoneFrames frames_, from_rest_;
    const Readout* readout_ = nullptr;
    /// What was made of a mesh since the last move().
    struct Made {
        bool done = false;
        std::shared_ptr<const Shape> shape;
    };
    std::vector<Made> shapes_, ghosts_;
    std::vector<std::vector<std::shared_ptr<Shape>>> made_; ///< of each mesh, to be used again when nobody holds them
    /// More than a moment can ask for: its own lock and where each hand is and comes from.
    static constexpr std::size_t k_seats = 8;
    struct Remembered {
        tissue::Lock lock;
        LockSeat seat;
        std::uint64_t asked = 0; ///< number of the move() that last asked for it; 0: empty
    };
    std::array<Remembered, k_seats> seats_;
    std::uint64_t moves_ = 0;
    std::optional<LockSeat> seat_;
    tissue::Deformed skin_; ///< before any hand presses it
};

} // namespace scene
