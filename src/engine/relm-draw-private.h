/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Numbers that look like chance and are a hash of what they are for: whoever asks again, on whatever thread, gets the
 * same. The hash is the finisher of splitmix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
 * 2014).
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

static inline guint64
relm_draw_hash (guint64 x)
{
  x = (x ^ (x >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  x = (x ^ (x >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return x ^ (x >> 31);
}

static inline guint64
relm_draw_trial_key (guint64 seed,
                     guint trial)
{
  return relm_draw_hash (seed + (guint64) trial * G_GUINT64_CONSTANT (0xd1b54a32d192ed03));
}

/* From 0 to below 1. */
static inline double
relm_draw (guint64 trial_key,
           guint64 what)
{
  return (double) (relm_draw_hash (trial_key + what * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 11) * 0x1p-53;
}

G_END_DECLS
