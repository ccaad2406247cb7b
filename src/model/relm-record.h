/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A thing in a project: a row of values for the fields of its kind, and an id that never changes. Each kind is a subclass
 * that brings nothing but its table of fields; GObject properties of the same names (with hyphens) are made from it, so
 * that the interface can bind to them. Also keeps what the file said that this version does not know.
 *
 * Owned by its list, or by an undo step that removed it. Main thread, except while a file is being read in a worker, when
 * nobody else can see it. Only document/ and format/ call the setters.
 */

#pragma once

#include "relm-field.h"

G_BEGIN_DECLS

#define RELM_TYPE_RECORD (relm_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (RelmRecord, relm_record, RELM, RECORD, GObject)

struct _RelmRecordClass
{
  GObjectClass parent_class;

  const RelmKind *kind;
  guint n_fields;
  GParamSpec **properties; /* one per field */
};

/* A member that this version does not know, to be written again where it stood. */
typedef struct
{
  char *name; /* its very text in the file, with quotes and escapes */
  char *text; /* its value's very text */
  int after;  /* the index of the field it followed, or -1 when it came before every known one */
} RelmUnknownMember;

void relm_record_class_set_kind (RelmRecordClass *klass,
                                 const RelmKind *kind);

RelmRecord *relm_record_new (GType type,
                             const char *id);
const RelmKind *relm_record_get_kind (RelmRecord *self);
const char *relm_record_get_id (RelmRecord *self);
const char *relm_record_get_title (RelmRecord *self);
char *relm_record_dup_display_title (RelmRecord *self);

const RelmValue *relm_record_get_value (RelmRecord *self,
                                        guint field);
gboolean relm_record_is_default (RelmRecord *self,
                                 guint field);
const char *relm_record_get_string (RelmRecord *self,
                                    guint field);
gint64 relm_record_get_integer (RelmRecord *self,
                                guint field);
gboolean relm_record_get_boolean (RelmRecord *self,
                                  guint field);
RelmDate relm_record_get_date (RelmRecord *self,
                               guint field);
int relm_record_get_choice (RelmRecord *self,
                            guint field);
const char *const *relm_record_get_strings (RelmRecord *self,
                                            guint field);

/* For document/ and format/ alone. */
void relm_record_set_value (RelmRecord *self,
                            guint field,
                            const RelmValue *value);
void relm_record_swap_value (RelmRecord *self,
                             guint field,
                             RelmValue *value);
void relm_record_add_unknown_member (RelmRecord *self,
                                     int after,
                                     char *name,
                                     char *text);
guint relm_record_get_n_unknown_members (RelmRecord *self);
const RelmUnknownMember *relm_record_get_unknown_member (RelmRecord *self,
                                                         guint index);

/*
 * A kind's fields are rows of one macro in its header, RELM_PHASE_FIELDS (FIELD), from which both the C names of the
 * fields (RELM_PHASE_NAME, …) and the table are made, so that there is no second list to keep in step:
 *
 *   FIELD (RELM_PHASE, NAME, "name", N_ ("Name"), STRING, .flags = RELM_FIELD_REQUIRED | RELM_FIELD_TITLE)
 */
#define RELM_FIELD_INDEX(PREFIX, NAME, ...) PREFIX##_##NAME,
#define RELM_FIELD_ROW(PREFIX, NAME, member, text, value_type, ...)                                                    \
  { .name = member, .label = text, .type = RELM_FIELD_##value_type, __VA_ARGS__ },

/* RELM_DEFINE_KIND: a subclass that is nothing but its kind, for example (RelmPhase, relm_phase, phase_kind). */
#define RELM_DEFINE_KIND(TypeName, type_name, kind)                                                                    \
  struct _##TypeName                                                                                                   \
  {                                                                                                                    \
    RelmRecord parent_instance;                                                                                        \
  };                                                                                                                   \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, RELM_TYPE_RECORD)                                                          \
  static void type_name##_class_init (TypeName##Class *klass)                                                          \
  {                                                                                                                    \
    relm_record_class_set_kind (RELM_RECORD_CLASS (klass), &kind);                                                     \
  }                                                                                                                    \
  static void type_name##_init (TypeName *self)                                                                        \
  {                                                                                                                    \
  }

G_END_DECLS
