#!/usr/bin/env python3
"""published_paths.py LEG_FACTS.json [TABLE.tsv]: an evaluation of the published muscle paths that shares no code and no
data file with the program.

With one argument it prints the table of the lengths and moment arms of published_paths_test.cpp. With a table as well
it works out every 17th row of it again and exits 1 where one differs by more than 0.02 mm.

Joints, paths and cylinders are those of the model of Rajagopal et al. 2016 as modified by Lai et al. 2017 and Uhlrich et
al. 2022, in the source's own axes (X anterior, Y superior, Z to the right). The contact of a string with its cylinders
is found by Newton's method on the equations of tangency, all cylinders at once; which cylinder holds which piece of a
path follows the rules of OpenSim's WrapCylinder and GeometryPath. Moment arms are tendon excursions, -dL/dq.
"""
import json
import math
import sys

import numpy as np

MODEL = "rajagopal_lai_uhlrich2023"
COORDINATES = ["hip_flexion", "hip_adduction", "hip_rotation", "knee_flexion", "tibial_rotation", "ankle_dorsiflexion"]
HALF_STEP_DEG = 0.01
ROUNDS = 5
# id in the program: name in the source, then the joints it crosses
MUSCLES = {
    "biceps_femoris_long_head": ("bflh_r", "hip knee"),
    "biceps_femoris_short_head": ("bfsh_r", "knee"),
    "semitendinosus": ("semiten_r", "hip knee"),
    "semimembranosus": ("semimem_r", "hip knee"),
    "rectus_femoris": ("recfem_r", "hip knee"),
    "vastus_lateralis": ("vaslat_r", "knee"),
    "vastus_medialis": ("vasmed_r", "knee"),
    "vastus_intermedius": ("vasint_r", "knee"),
    "gracilis": ("grac_r", "hip knee"),
    "sartorius": ("sart_r", "hip knee"),
    "tensor_fasciae_latae": ("tfl_r", "hip knee"),
    "gastrocnemius_medial_head": ("gasmed_r", "knee ankle"),
    "gastrocnemius_lateral_head": ("gaslat_r", "knee ankle"),
    "soleus": ("soleus_r", "ankle"),
    "gluteus_maximus/1": ("glmax1_r", "hip"),
    "gluteus_maximus/2": ("glmax2_r", "hip"),
    "gluteus_maximus/3": ("glmax3_r", "hip"),
    "adductor_magnus/4": ("addmagIsch_r", "hip"),
    "adductor_longus": ("addlong_r", "hip"),
    "iliacus": ("iliacus_r", "hip"),
    "psoas_major": ("psoas_r", "hip"),
}


def turn(axis, angle):
    """Rodrigues' formula."""
    x, y, z = np.asarray(axis, float) / np.linalg.norm(axis)
    k = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    return np.eye(3) + math.sin(angle) * k + (1 - math.cos(angle)) * (k @ k)


def rigid(rotation, translation):
    out = np.eye(4)
    out[:3, :3], out[:3, 3] = rotation, translation
    return out


def body_fixed(degrees):
    x, y, z = np.radians(degrees)
    return turn([1, 0, 0], x) @ turn([0, 1, 0], y) @ turn([0, 0, 1], z)


def placed(frame):
    return rigid(body_fixed(frame["rxyz_deg"]), frame["t"])


class Spline:
    """Cubic spline whose third derivative at either end is that of the cubic through the four end nodes (Forsythe,
    Malcolm & Moler 1977); straight outside its nodes."""

    def __init__(self, x, y):
        x, y = np.asarray(x, float), np.asarray(y, float)
        n = len(x)
        h, slope = np.diff(x), np.diff(y) / np.diff(x)
        system, right = np.zeros((n, n)), np.zeros(n)
        for i in range(1, n - 1):
            system[i, i - 1 : i + 2] = h[i - 1], 2 * (h[i - 1] + h[i]), h[i]
            right[i] = 6 * (slope[i] - slope[i - 1])
        for row, at in ((0, 0), (n - 1, n - 4)):  # third divided difference of the end nodes
            third = 6 * np.linalg.solve(np.vander(x[at : at + 4] - x[at], 4), y[at : at + 4])[0]
            i = 0 if row == 0 else n - 2
            system[row, i], system[row, i + 1], right[row] = -1, 1, third * h[i]
        self.x, self.y, self.h, self.bend = x, y, h, np.linalg.solve(system, right)

    def _inside(self, at):
        i = int(np.clip(np.searchsorted(self.x, at) - 1, 0, len(self.h) - 1))
        h, a, b = self.h[i], (self.x[i + 1] - at) / self.h[i], (at - self.x[i]) / self.h[i]
        m = self.bend[i : i + 2]
        value = a * self.y[i] + b * self.y[i + 1] + ((a**3 - a) * m[0] + (b**3 - b) * m[1]) * h * h / 6
        slope = (self.y[i + 1] - self.y[i]) / h + ((1 - 3 * a * a) * m[0] + (3 * b * b - 1) * m[1]) * h / 6
        return value, slope

    def __call__(self, at):
        edge = min(max(at, self.x[0]), self.x[-1])
        value, slope = self._inside(edge)
        return value + slope * (at - edge)


class Leg:
    def __init__(self, file):
        with open(file) as stream:
            self.model = json.load(stream)["models"][MODEL]
        self.splines = {}
        for axis in self.model["joints"]["patellofemoral_r"]["axes"]:
            if "nodes_deg" in axis:
                values = np.radians(axis["values_deg"]) if "values_deg" in axis else axis["values_m"]
                self.splines[axis["name"]] = Spline(np.radians(axis["nodes_deg"]), values)

    def _value(self, axis, angle):
        if "const" in axis:
            return axis["const"]
        if "poly_rad" in axis:
            return np.polyval(axis["poly_rad"], angle)
        if "nodes_deg" in axis:
            return self.splines[axis["name"]](angle)
        return axis["linear"][0] * angle + axis["linear"][1]

    def _joint(self, name, angles):
        joint = self.model["joints"][name]
        movement = np.eye(4)
        if joint["type"] == "PinJoint":
            movement = rigid(turn([0, 0, 1], angles.get(joint["coords"][0]["name"], 0.0)), np.zeros(3))
        else:
            rotation, translation = np.eye(3), np.zeros(3)
            for axis in joint["axes"]:
                value = self._value(axis, angles.get(axis.get("coord"), 0.0))
                if axis["name"].startswith("rotation"):
                    rotation = rotation @ turn(axis["axis"], value)
                else:
                    translation = translation + value * np.asarray(axis["axis"], float)
            movement = rigid(rotation, translation)
        return placed(joint["parent"]) @ movement @ np.linalg.inv(placed(joint["child"]))

    def bodies(self, pose):
        """Body -> pelvis. Tibial rotation, which the source lacks: about the long axis of the tibia, internal positive,
        after the knee's own movement."""
        q = dict(zip(COORDINATES, np.radians(pose)))
        angles = {
            "hip_flexion_r": q["hip_flexion"],
            "hip_adduction_r": q["hip_adduction"],
            "hip_rotation_r": q["hip_rotation"],
            "knee_angle_r": q["knee_flexion"],
            "knee_angle_r_beta": q["knee_flexion"],
            "ankle_angle_r": q["ankle_dorsiflexion"],
        }
        out = {"pelvis": np.eye(4)}
        out["femur_r"] = self._joint("hip_r", angles)
        out["patella_r"] = out["femur_r"] @ self._joint("patellofemoral_r", angles)
        spin = rigid(turn([0, 1, 0], q["tibial_rotation"]), np.zeros(3))
        out["tibia_r"] = out["femur_r"] @ self._joint("walker_knee_r", angles) @ spin
        out["talus_r"] = out["tibia_r"] @ self._joint("ankle_r", angles)
        out["calcn_r"] = out["talus_r"] @ self._joint("subtalar_r", angles)
        out["toes_r"] = out["calcn_r"] @ self._joint("mtp_r", angles)
        return out

    def length(self, muscle, pose):
        bodies = self.bodies(pose)
        published = self.model["muscles"][muscle]
        points = [(bodies[p["body"]] @ [*p["p"], 1.0])[:3] for p in published["path"]]
        cylinders = [Cylinder(self.model["wraps"], name, bodies) for name in published.get("wraps", [])]
        pieces = [[] for _ in points[1:]]
        for cylinder in cylinders:
            held = cylinder.piece(points)
            if held is not None:
                pieces[held].append(cylinder)
        return sum(string(points[i], points[i + 1], held) for i, held in enumerate(pieces))

    def arms(self, muscle, pose):
        out = []
        for i in range(len(COORDINATES)):
            less, more = list(pose), list(pose)
            less[i] -= HALF_STEP_DEG
            more[i] += HALF_STEP_DEG
            change = self.length(muscle, more) - self.length(muscle, less)
            out.append(-change / math.radians(2 * HALF_STEP_DEG))
        return out


class Cylinder:
    def __init__(self, wraps, name, bodies):
        name, _, span = name.partition(":")
        published = wraps[name]
        self.frame = bodies[published["body"]] @ rigid(body_fixed(published["rot_deg"]), published["trans"])
        self.radius, self.half = published["radius"], published["length"] / 2
        self.span = [int(i) - 1 for i in span.split("-")] if span else None
        side = published["quadrant"]
        self.axis = None if side == "all" else "xy".index(side[-1])
        self.sign = -1 if side.startswith("-") else 1

    def local(self, point):
        return (np.linalg.inv(self.frame) @ [*point, 1.0])[:3]

    def at(self, angle, z):
        r = self.radius
        return (self.frame @ [r * math.cos(angle), r * math.sin(angle), z, 1.0])[:3]

    def normal(self, angle):
        return self.frame[:3, :3] @ [math.cos(angle), math.sin(angle), 0.0]

    def nearest(self, a, b):
        """Where a straight line passes the axis most closely: place along it, point across the axis."""
        across = b[:2] - a[:2]
        square = across @ across
        t = -(a[:2] @ across) / square if square > 0 else 0.0
        return t, a[:2] + t * across

    def case(self, a, b):
        """0: free; 1: must go round although it does not enter; 2: enters."""
        if min(np.hypot(*a[:2]), np.hypot(*b[:2])) < self.radius:
            return 0
        t, near = self.nearest(a, b)
        enters = np.hypot(*near) < self.radius and 0 < t < 1
        if self.axis is None:
            return 2 if enters else 0
        right = [np.sign(p[self.axis]) == self.sign for p in (a, b)]
        if not any(right):
            return 1
        if enters:
            return 2
        return 1 if right[0] != right[1] and np.sign(near[self.axis]) != self.sign else 0

    def piece(self, points):
        """The piece of the path that may lie on this cylinder: the first that enters it, or else the one that would
        grow least."""
        if len(points) == 2:
            return 0
        best = None
        for i in range(len(points) - 1):
            if self.span and not self.span[0] <= i < self.span[1]:
                continue
            case = self.case(self.local(points[i]), self.local(points[i + 1]))
            if case == 2:
                return i
            if case == 1:
                growth = string(points[i], points[i + 1], [self]) - np.linalg.norm(points[i + 1] - points[i])
                if growth > 1e-12 and (best is None or growth < best[0]):
                    best = (growth, i)
        return best[1] if best else None

    def guess(self, a, b):
        """Angles of the first and last contact, from the tangents across the axis."""
        a, b = self.local(a), self.local(b)
        angle_a, angle_b = math.atan2(a[1], a[0]), math.atan2(b[1], b[0])
        ways = []
        for direction in (1, -1):
            first = angle_a + direction * math.acos(min(1.0, self.radius / np.hypot(*a[:2])))
            last = angle_b - direction * math.acos(min(1.0, self.radius / np.hypot(*b[:2])))
            sweep = direction * (last - first)
            turned = (angle_b - angle_a) * direction % (2 * math.pi)
            sweep += 2 * math.pi * round((turned - (direction * (angle_b - angle_a))) / (2 * math.pi))
            ways.append((first, direction, sweep, turned))
        if self.axis is None:
            first, direction, sweep, _ = min(ways, key=lambda way: way[3])
        else:  # the way that does not cross the half plane opposite to the side
            cut = math.atan2(*((0, -self.sign) if self.axis == 0 else (-self.sign, 0)))
            first, direction, sweep, _ = next(
                way for way in ways if (cut - angle_a) * way[1] % (2 * math.pi) >= way[3]
            )
        return first, first + direction * sweep, a[2] + (b[2] - a[2]) / 3, b[2] - (b[2] - a[2]) / 3


def tangency(unknowns, a, b, cylinders):
    """Zero where every straight piece touches its cylinder and runs on into the helix on it without a corner."""
    u = unknowns.reshape(-1, 4)
    before = [a] + [c.at(x[1], x[3]) for c, x in zip(cylinders, u)]
    after = [c.at(x[0], x[2]) for c, x in zip(cylinders, u)] + [b]
    out = []
    for i, (c, (first, last, z_first, z_last)) in enumerate(zip(cylinders, u)):
        axis = c.frame[:3, 2]
        climb = (z_last - z_first, abs(c.radius * (last - first)))
        for angle, line in ((first, after[i] - before[i]), (last, after[i + 1] - before[i + 1])):
            out.append(line @ c.normal(angle) / c.radius)
            along = line @ axis
            across = math.sqrt(max(line @ line - along * along, 0.0))
            out.append((along * climb[1] - across * climb[0]) / c.radius**2)
    return np.array(out)


def string(a, b, cylinders):
    """Length of the taut string from a to b round those of the cylinders that it meets."""
    order = sorted(cylinders, key=lambda c: (c.frame[:3, 3] - a) @ (b - a))
    touched = {}  # cylinder's place in the order: first and last angle, first and last z
    for _ in range(4 * len(order) + 1):
        added = False
        for i, cylinder in enumerate(order):
            if i in touched:
                continue
            before = [k for k in touched if k < i]
            after = [k for k in touched if k > i]
            start = order[max(before)].at(*touched[max(before)][1::2]) if before else a
            end = order[min(after)].at(*touched[min(after)][0::2]) if after else b
            if cylinder.case(cylinder.local(start), cylinder.local(end)):
                touched[i] = cylinder.guess(start, end)
                added = True
        if not added:
            break
        touched = tightened(a, b, order, touched)
    total, at = 0.0, a
    for i in sorted(touched):
        first, last, z_first, z_last = touched[i]
        total += np.linalg.norm(order[i].at(first, z_first) - at)
        total += math.hypot(order[i].radius * (last - first), z_last - z_first)
        at = order[i].at(last, z_last)
    return total + np.linalg.norm(b - at)


def tightened(a, b, order, touched):
    """The contacts of the taut string; a cylinder that it leaves, or meets only beyond its ends, is dropped."""
    kept = {}
    while touched:
        places = sorted(touched)
        for _ in range(ROUNDS if len(places) > 1 else 0):  # a start near the solution, each cylinder by itself in turn
            for k, i in enumerate(places):
                start = order[places[k - 1]].at(*touched[places[k - 1]][1::2]) if k else a
                end = order[places[k + 1]].at(*touched[places[k + 1]][0::2]) if i != places[-1] else b
                touched[i] = order[i].guess(start, end)
        guess = np.array([touched[i] for i in places])
        found = newton(guess.ravel(), a, b, [order[i] for i in places]).reshape(-1, 4)
        kept = {}
        for i, was, now in zip(places, guess, found):
            beyond = min(abs(now[2]), abs(now[3])) > order[i].half
            if (now[1] - now[0]) * (was[1] - was[0]) > 0 and not beyond:
                kept[i] = tuple(now)
        if len(kept) == len(touched):
            break
        touched = kept
    return kept


def newton(x, a, b, held):
    value = tangency(x, a, b, held)
    for _ in range(100):
        if np.abs(value).max() < 1e-13:
            break
        slopes = np.empty((len(x), len(x)))
        for i in range(len(x)):
            step = np.zeros(len(x))
            step[i] = 1e-7
            slopes[:, i] = (tangency(x + step, a, b, held) - tangency(x - step, a, b, held)) / 2e-7
        move = np.linalg.solve(slopes, -value)
        share = 1.0
        while share > 1e-4:
            tried = tangency(x + share * move, a, b, held)
            if np.abs(tried).max() < np.abs(value).max():
                break
            share /= 2
        else:
            break
        x, value = x + share * move, tried
    if np.abs(value).max() > 1e-8:
        raise ArithmeticError("no taut string was found")
    return x


def poses(joints):
    """Hip flexion, adduction, rotation, knee flexion, tibial rotation, ankle dorsiflexion, degrees."""
    hips = range(-10, 91, 25) if "hip" in joints else [0]
    knees = range(0, 141, 20) if "knee" in joints else [0]
    out = [[hip, 0, 0, knee, 0, 0] for hip in hips for knee in knees]
    knee = 40 if "knee" in joints else 0
    hip = 15 if "hip" in joints else 0
    if "hip" in joints:
        out += [[hip, a, 0, knee, 0, 0] for a in (-15, 15)] + [[hip, 0, r, knee, 0, 0] for r in (-20, 20)]
    if "knee" in joints:
        out += [[hip, 0, 0, k, t, 0] for k in (20, 90) for t in (-10, 10)]
    if "ankle" in joints:
        out += [[hip, 0, 0, k, 0, d] for k in ([0, 60] if "knee" in joints else [0]) for d in (-20, 20)]
    return out


def row(leg, muscle, pose):
    name = MUSCLES[muscle][0]
    return [leg.length(name, pose)] + leg.arms(name, pose)


def table(leg):
    print("# Made by published_paths.py from the published model", leg.model["source"]["file"] + ",")
    print("# Rajagopal et al. 2016 as modified by Lai et al. 2017 and Uhlrich et al. 2022.")
    names = [c + "_deg" for c in COORDINATES] + ["length_mm"] + [c + "_arm_mm" for c in COORDINATES]
    print("\t".join(["muscle"] + names))
    for muscle, (_, joints) in MUSCLES.items():
        for pose in poses(joints):
            values = ["%.3f" % (1e3 * v + 0.0) for v in row(leg, muscle, pose)]
            print("\t".join([muscle] + ["%g" % angle for angle in pose] + values))


def compare(leg, file):
    with open(file) as stream:
        rows = [line.rstrip("\n").split("\t") for line in stream if not line.startswith(("#", "muscle"))]
    worst = 0.0
    for cells in rows[::17]:
        values = row(leg, cells[0], [float(v) for v in cells[1:7]])
        worst = max(worst, max(abs(1e3 * v - float(was)) for v, was in zip(values, cells[7:])))
    print("%d of %d rows, worst difference %.4f mm" % (len(rows[::17]), len(rows), worst))
    return 0 if rows and worst < 0.02 else 1


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    published = Leg(sys.argv[1])
    sys.exit(compare(published, sys.argv[2]) if len(sys.argv) == 3 else table(published))
