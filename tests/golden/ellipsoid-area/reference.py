"""Writes rings.json: polygons in degrees and the area enclosed by their geodesic edges on the CGCS2000 ellipsoid.

The area is the one of Karney, Algorithms for geodesics (J. Geod. 87, 2013). Nothing of the program is used: every edge
is found by Newton's method on the auxiliary sphere, and longitude and area are integrated by Gauss-Legendre
quadrature at 60 digits. Coordinates are the doubles written in the file, taken exactly. Run: python3 reference.py
(needs mpmath).
"""
import json
import math
import os
import random

from mpmath import mp, mpf, sin, cos, sqrt, atan2, atanh, tan, atan, matrix, lu_solve, pi

mp.dps = 60
A = mpf(6378137)
F = 1 / mpf('298.257222101')
E2 = F * (2 - F)
B = A * (1 - F)
NODES = 24


def legendre(count):
    """Nodes and weights on [-1, 1]."""
    pairs = []
    for k in range(1, count + 1):
        x = cos(pi * (k - mpf(1) / 4) / (count + mpf(1) / 2))
        for _ in range(12):
            p0, p1 = mpf(1), x
            for n in range(2, count + 1):
                p0, p1 = p1, ((2 * n - 1) * x * p1 - (n - 1) * p0) / n
            slope = count * (x * p1 - p0) / (x * x - 1)
            x -= p1 / slope
        pairs.append((x, 2 / ((1 - x * x) * slope * slope)))
    return pairs


GAUSS = legendre(NODES)


def authalic(sine):
    """Area between the equator and a latitude per radian of longitude."""
    e = sqrt(E2)
    return B * B / 2 * (sine / (1 - E2 * sine * sine) + atanh(e * sine) / e)


def along(beta1, alpha1, length):
    """Reduced latitude at the end, longitude and area of a geodesic that starts at beta1 with azimuth alpha1."""
    start = atan2(sin(beta1), cos(alpha1) * cos(beta1))
    sin_alpha0 = sin(alpha1) * cos(beta1)
    cos_alpha0 = sqrt(1 - sin_alpha0**2)
    longitude = area = mpf(0)
    for x, weight in GAUSS:
        sin_beta = cos_alpha0 * sin(start + length * (x + 1) / 2)
        cos2 = 1 - sin_beta**2
        rate = sin_alpha0 / cos2 * sqrt(1 - E2 * cos2)
        sin_phi = sin_beta / sqrt(1 - E2 * cos2)
        longitude += weight * rate
        area += weight * rate * authalic(sin_phi)
    end = atan2(cos_alpha0 * sin(start + length), sqrt(1 - (cos_alpha0 * sin(start + length))**2))
    return end, longitude * length / 2, area * length / 2


def edge_area(from_corner, to_corner):
    """Area between a geodesic edge and the equator, positive to the east."""
    (lon1, lat1), (lon2, lat2) = [[mpf(value) * pi / 180 for value in corner] for corner in (from_corner, to_corner)]
    if lon1 == lon2:
        return mpf(0)
    beta1, beta2 = [atan((1 - F) * tan(lat)) for lat in (lat1, lat2)]
    target = lon2 - lon1
    east, north = target * cos((beta1 + beta2) / 2), beta2 - beta1
    alpha, length = atan2(east, north), sqrt(east**2 + north**2)
    for _ in range(60):
        step = mpf(10) ** -25
        end, longitude, area = along(beta1, alpha, length)
        miss = matrix([end - beta2, longitude - target])
        if abs(miss[0]) + abs(miss[1]) < mpf(10) ** -52:
            return area
        turned = along(beta1, alpha + step, length)
        longer = along(beta1, alpha, length * (1 + step))
        slope = matrix([[(turned[0] - end) / step, (longer[0] - end) / step],
                        [(turned[1] - longitude) / step, (longer[1] - longitude) / step]])
        change = lu_solve(slope, miss)
        alpha -= change[0]
        length *= 1 - change[1]
    raise ArithmeticError('the edge was not found')


def ring_area(ring):
    return abs(sum(edge_area(ring[i - 1], ring[i]) for i in range(len(ring))))


def star(chance, lon, lat, radius_metres, corners):
    """A ring around a place; corners by angle, distance between half and the whole radius."""
    ring = []
    for index in range(corners):
        angle = 2 * math.pi * (index + 0.6 * chance.random()) / corners
        distance = radius_metres * (0.5 + 0.5 * chance.random())
        ring.append([lon + distance * math.cos(angle) / (111320 * math.cos(math.radians(lat))),
                     lat + distance * math.sin(angle) / 110570])
    return ring


def cases():
    chance = random.Random(20071130)
    for lat in (18.004, 22.5, 27.53, 34.975, 41.3, 48.02, 52.99):
        for size in (1, 10, 100, 1000, 10000):
            lon = 73.6 + 60 * chance.random()
            name = f'{size} m at {lat}° N'
            yield name, [star(chance, lon, lat, size / 2, chance.randint(3, 9))]
    for size in (1, 300, 10000):
        yield f'{size} m with a hole', [star(chance, 117.33, 27.53, size / 2, 8), star(chance, 117.33, 27.53, size / 6, 5)]
    yield 'worked example', [
        [[117.330115911, 27.530997601], [117.332630225, 27.531106830],
         [117.332737427, 27.529173461], [117.330258582, 27.529055938]],
        [[117.331222949, 27.530251825], [117.331222138, 27.529981100],
         [117.331627049, 27.529980135], [117.331627862, 27.530250860]]]
    yield 'square along the graticule', [[[117.3, 27.5], [117.4, 27.5], [117.4, 27.6], [117.3, 27.6]]]
    yield 'sliver of 1 km by 1 m with a corner in its long side', [
        [[117.3, 27.5], [117.31, 27.503], [117.31, 27.50301], [117.305, 27.501511], [117.3, 27.50001]]]
    yield 'sliver of 10 km by 10 m along a parallel', [
        [[117.3, 52.5], [117.4, 52.5], [117.4, 52.5001], [117.35, 52.5001], [117.3, 52.5001]]]
    yield '20 km across', [star(chance, 110.2, 45.1, 10000, 7)]


def main():
    written = []
    for name, rings in cases():
        area = ring_area(rings[0]) - sum(ring_area(ring) for ring in rings[1:])
        written.append({'name': name, 'rings': rings, 'areaSquareMetres': mp.nstr(area, 32)})
        print(name, mp.nstr(area, 32), flush=True)
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'rings.json')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(written, file, ensure_ascii=False, indent=1)
        file.write('\n')


main()
