/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * One line of the changelog as a person wants it: it takes the place of what its commits would say, and survives when
 * the changelog is made anew.
 */

#pragma once

#include "relm-record.h"

G_BEGIN_DECLS

#define RELM_CHANGE_ENTRY_FIELDS(FIELD)                                                                                \
  FIELD (RELM_CHANGE_ENTRY, SUMMARY, "summary", N_ ("Summary"), STRING, .flags = RELM_FIELD_REQUIRED | RELM_FIELD_TITLE) \
  FIELD (RELM_CHANGE_ENTRY, RELEASE, "release", N_ ("Release"), REFERENCE, .target = "release")                        \
  FIELD (RELM_CHANGE_ENTRY, KIND, "kind", N_ ("Kind"), ENUM, .choices = relm_change_entry_kinds, .fallback = RELM_VALUE_INIT_ENUM ("changed")) \
  FIELD (RELM_CHANGE_ENTRY, BREAKING, "breaking", N_ ("Breaking"), BOOLEAN, .flags = RELM_FIELD_DEFAULTS)              \
  FIELD (RELM_CHANGE_ENTRY, HIDDEN, "hidden", N_ ("Left out"), BOOLEAN, .flags = RELM_FIELD_DEFAULTS)                  \
  FIELD (RELM_CHANGE_ENTRY, COMPONENT, "component", N_ ("Component"), REFERENCE, .target = "component")                \
  FIELD (RELM_CHANGE_ENTRY, WORK_ITEM, "work_item", N_ ("Work item"), REFERENCE, .target = "work-item")                \
  FIELD (RELM_CHANGE_ENTRY, COMMITS, "commits", N_ ("Commits"), STRINGS, .flags = RELM_FIELD_DEFAULTS)                 \
  FIELD (RELM_CHANGE_ENTRY, MIGRATION_NOTE, "migration_note", N_ ("Migration note"), TEXT, .flags = RELM_FIELD_DEFAULTS)

enum
{
  RELM_CHANGE_ENTRY_FIELDS (RELM_FIELD_INDEX)
  RELM_CHANGE_ENTRY_N_FIELDS
};

extern const RelmChoice relm_change_entry_kinds[];

#define RELM_TYPE_CHANGE_ENTRY (relm_change_entry_get_type ())
G_DECLARE_FINAL_TYPE (RelmChangeEntry, relm_change_entry, RELM, CHANGE_ENTRY, RelmRecord)

G_END_DECLS
