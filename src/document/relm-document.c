/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-document"

#include "config.h"

#include "relm-document-private.h"

enum
{
  RELOADED,
  N_SIGNALS,
};

static GParamSpec *properties[RELM_DOCUMENT_N_PROPS];
static guint signals[N_SIGNALS];
G_DEFINE_FINAL_TYPE (RelmDocument, relm_document, G_TYPE_OBJECT)

static void
title_changed_cb (RelmDocument *self)
{
  relm_document_notify (self, RELM_DOCUMENT_PROP_TITLE);
}

static void
drop_project (RelmDocument *self)
{
  if (self->project != NULL)
    g_clear_signal_handler (&self->title_handler, self->project);
  g_clear_pointer (&self->cache, relm_format_cache_free);
  g_clear_object (&self->project);
  g_clear_pointer (&self->history, relm_history_free);
  g_clear_pointer (&self->open_step, relm_step_free);
}

static void
relm_document_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  RelmDocument *self = RELM_DOCUMENT (object);

  switch ((RelmDocumentProperty) prop_id)
    {
    case RELM_DOCUMENT_PROP_PROJECT:
      g_value_set_object (value, self->project);
      break;
    case RELM_DOCUMENT_PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case RELM_DOCUMENT_PROP_TITLE:
      g_value_take_string (value, relm_document_dup_title (self));
      break;
    case RELM_DOCUMENT_PROP_MODIFIED:
      g_value_set_boolean (value, relm_document_get_modified (self));
      break;
    case RELM_DOCUMENT_PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case RELM_DOCUMENT_PROP_BUSY:
      g_value_set_boolean (value, relm_document_get_busy (self));
      break;
    case RELM_DOCUMENT_PROP_DISK_STATE:
      g_value_set_enum (value, (int) self->disk_state);
      break;
    case RELM_DOCUMENT_PROP_CAN_UNDO:
      g_value_set_boolean (value, relm_document_get_can_undo (self));
      break;
    case RELM_DOCUMENT_PROP_CAN_REDO:
      g_value_set_boolean (value, relm_document_get_can_redo (self));
      break;
    case RELM_DOCUMENT_PROP_UNDO_LABEL:
      g_value_set_string (value, relm_document_get_undo_label (self));
      break;
    case RELM_DOCUMENT_PROP_REDO_LABEL:
      g_value_set_string (value, relm_document_get_redo_label (self));
      break;
    case RELM_DOCUMENT_N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
relm_document_dispose (GObject *object)
{
  RelmDocument *self = RELM_DOCUMENT (object);

  relm_document_leave_draft (self);
  g_clear_pointer (&self->watch, relm_file_watch_free);
  drop_project (self);
  g_clear_object (&self->file);
  g_clear_pointer (&self->snapshot, relm_file_snapshot_unref);

  G_OBJECT_CLASS (relm_document_parent_class)->dispose (object);
}

static void
install_flag (RelmDocumentProperty property,
              const char *name)
{
  properties[property] = g_param_spec_boolean (name, NULL, NULL, FALSE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
}

static void
install_text (RelmDocumentProperty property,
              const char *name)
{
  properties[property] = g_param_spec_string (name, NULL, NULL, NULL,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  /**
   * RelmDocument:project:
   *
   * The project; another one after a reload.
   */
  properties[RELM_DOCUMENT_PROP_PROJECT] = g_param_spec_object ("project", NULL, NULL, RELM_TYPE_PROJECT, flags);
  /**
   * RelmDocument:file:
   *
   * Where it is saved; %NULL until it is.
   */
  properties[RELM_DOCUMENT_PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  /**
   * RelmDocument:title:
   *
   * The project's name, safe to show.
   */
  install_text (RELM_DOCUMENT_PROP_TITLE, "title");
  /**
   * RelmDocument:modified:
   *
   * Whether the project is not what the file has, also because there is no file any more.
   */
  install_flag (RELM_DOCUMENT_PROP_MODIFIED, "modified");
  /**
   * RelmDocument:read-only:
   *
   * Whether edits are refused: a newer Relm wrote the file, or the person may not write it. Saving under another name ends
   * the second, never the first.
   */
  install_flag (RELM_DOCUMENT_PROP_READ_ONLY, "read-only");
  /**
   * RelmDocument:busy:
   *
   * Whether it is being saved or read again.
   */
  install_flag (RELM_DOCUMENT_PROP_BUSY, "busy");
  /**
   * RelmDocument:disk-state:
   *
   * What became of the file. Anything but the same asks for a decision: reload, save with RELM_SAVE_OVERWRITE, or save
   * under another name.
   */
  properties[RELM_DOCUMENT_PROP_DISK_STATE] =
    g_param_spec_enum ("disk-state", NULL, NULL, RELM_TYPE_DISK_STATE, RELM_DISK_STATE_SAME, flags);
  /**
   * RelmDocument:can-undo:
   *
   * Whether there is a step to undo.
   */
  install_flag (RELM_DOCUMENT_PROP_CAN_UNDO, "can-undo");
  /**
   * RelmDocument:can-redo:
   *
   * Whether there is a step to make again.
   */
  install_flag (RELM_DOCUMENT_PROP_CAN_REDO, "can-redo");
  /**
   * RelmDocument:undo-label:
   *
   * What the step to undo did; %NULL when there is none.
   */
  install_text (RELM_DOCUMENT_PROP_UNDO_LABEL, "undo-label");
  /**
   * RelmDocument:redo-label:
   *
   * What the step to make again did; %NULL when there is none.
   */
  install_text (RELM_DOCUMENT_PROP_REDO_LABEL, "redo-label");

  g_object_class_install_properties (object_class, RELM_DOCUMENT_N_PROPS, properties);
}

static void
relm_document_class_init (RelmDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = relm_document_dispose;
  object_class->get_property = relm_document_get_property;
  install_properties (object_class);

  /**
   * RelmDocument::reloaded:
   *
   * The project was read again from the file, after #RelmDocument:project was notified.
   */
  signals[RELOADED] = g_signal_new ("reloaded", RELM_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
relm_document_init (RelmDocument *self)
{
  g_queue_init (&self->waiting);
}

/* Private: tells of a property that is not what it was. */
void
relm_document_notify (RelmDocument *self,
                      RelmDocumentProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* Private: tells of everything that follows from the place in the history. */
void
relm_document_notify_history (RelmDocument *self)
{
  const gboolean modified = relm_document_get_modified (self);

  g_object_freeze_notify (G_OBJECT (self));
  relm_document_notify (self, RELM_DOCUMENT_PROP_CAN_UNDO);
  relm_document_notify (self, RELM_DOCUMENT_PROP_CAN_REDO);
  relm_document_notify (self, RELM_DOCUMENT_PROP_UNDO_LABEL);
  relm_document_notify (self, RELM_DOCUMENT_PROP_REDO_LABEL);
  if (modified != self->told_modified)
    {
      self->told_modified = modified;
      relm_document_notify (self, RELM_DOCUMENT_PROP_MODIFIED);
    }
  relm_document_update_draft (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Private: puts @project, which the document takes over, in the place of the one it has, with no history. */
void
relm_document_take_project (RelmDocument *self,
                            RelmProject *project)
{
  drop_project (self);
  self->project = project;
  self->cache = relm_format_cache_new (project);
  self->history = relm_history_new ();
  self->title_handler = g_signal_connect_swapped (project, "notify::display-title", G_CALLBACK (title_changed_cb), self);
  relm_document_notify (self, RELM_DOCUMENT_PROP_PROJECT);
  relm_document_notify (self, RELM_DOCUMENT_PROP_TITLE);
}

/* Private: says which state of the history the file has. */
void
relm_document_set_saved_state (RelmDocument *self,
                               guint64 state)
{
  self->saved_state = state;
  relm_document_notify_history (self);
}

/* Private: says where the document is from now on; takes over @file. */
void
relm_document_take_file (RelmDocument *self,
                         GFile *file)
{
  g_clear_object (&self->file);
  self->file = file;
  relm_document_watch (self);
  relm_document_notify (self, RELM_DOCUMENT_PROP_FILE);
}

/* Private: says what the file is now; takes over @snapshot. */
void
relm_document_take_snapshot (RelmDocument *self,
                             RelmFileSnapshot *snapshot)
{
  g_clear_pointer (&self->snapshot, relm_file_snapshot_unref);
  self->snapshot = snapshot;
}

/* Private */
void
relm_document_set_limits (RelmDocument *self,
                          gboolean is_newer,
                          gboolean is_writable)
{
  const gboolean read_only = is_newer || !is_writable;

  if (self->read_only == read_only && self->is_newer == is_newer)
    return;
  self->is_newer = is_newer;
  self->read_only = read_only;
  relm_document_notify (self, RELM_DOCUMENT_PROP_READ_ONLY);
}

/* Private */
void
relm_document_set_disk_state (RelmDocument *self,
                              RelmDiskState state)
{
  if (self->disk_state == state)
    return;
  self->disk_state = state;
  relm_document_notify (self, RELM_DOCUMENT_PROP_DISK_STATE);
  if (self->history != NULL)
    relm_document_notify_history (self); /* what is gone is not saved */
}

/* Private: whether a person did something since the project was read or saved. */
gboolean
relm_document_has_edits (RelmDocument *self)
{
  return self->open_step != NULL || relm_history_get_state (self->history) != self->saved_state;
}

/* Private: the document as the data of a callback that does not keep it alive, and has to be called. */
gpointer
relm_document_wrap_weak (RelmDocument *self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  return weak;
}

/* Private: frees @weak; the document (transfer full), or %NULL when it is gone. */
RelmDocument *
relm_document_unwrap_weak (gpointer weak)
{
  RelmDocument *self = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);
  return self;
}

/* Private */
void
relm_document_emit_reloaded (RelmDocument *self)
{
  g_signal_emit (self, signals[RELOADED], 0);
}

/**
 * relm_document_new:
 * @project: (transfer none): a project that no other document has
 *
 * Returns: (transfer full): a document that was never saved, and is therefore modified
 */
RelmDocument *
relm_document_new (RelmProject *project)
{
  RelmDocument *self = g_object_new (RELM_TYPE_DOCUMENT, NULL);

  g_return_val_if_fail (RELM_IS_PROJECT (project), NULL);

  relm_document_take_project (self, g_object_ref (project));
  relm_document_set_saved_state (self, 0);
  return self;
}

/**
 * relm_document_get_project:
 *
 * Returns: (transfer none): the project; another one after a reload
 */
RelmProject *
relm_document_get_project (RelmDocument *self)
{
  g_return_val_if_fail (RELM_IS_DOCUMENT (self), NULL);

  return self->project;
}

/**
 * relm_document_get_file:
 *
 * Returns: (transfer none) (nullable): where it is saved
 */
GFile *
relm_document_get_file (RelmDocument *self)
{
  g_return_val_if_fail (RELM_IS_DOCUMENT (self), NULL);

  return self->file;
}

/**
 * relm_document_dup_title:
 *
 * Returns: (transfer full): the project's name, safe to show
 */
char *
relm_document_dup_title (RelmDocument *self)
{
  g_return_val_if_fail (RELM_IS_DOCUMENT (self), NULL);

  return relm_record_dup_display_title (RELM_RECORD (self->project));
}

/**
 * relm_document_get_modified:
 *
 * Returns: whether the project is not what the file has, also because there is no file any more
 */
gboolean
relm_document_get_modified (RelmDocument *self)
{
  g_return_val_if_fail (RELM_IS_DOCUMENT (self), FALSE);

  return relm_history_get_state (self->history) != self->saved_state || self->disk_state == RELM_DISK_STATE_DELETED;
}

/**
 * relm_document_get_read_only:
 *
 * Returns: whether edits are refused
 */
gboolean
relm_document_get_read_only (RelmDocument *self)
{
  g_return_val_if_fail (RELM_IS_DOCUMENT (self), FALSE);

  return self->read_only;
}

/**
 * relm_document_is_newer:
 *
 * Returns: whether a newer Relm wrote it, so that this one can neither change it nor save it anywhere; it is read-only then
 */
gboolean
relm_document_is_newer (RelmDocument *self)
{
  g_return_val_if_fail (RELM_IS_DOCUMENT (self), FALSE);

  return self->is_newer;
}

/**
 * relm_document_get_disk_state:
 *
 * Returns: what became of the file
 */
RelmDiskState
relm_document_get_disk_state (RelmDocument *self)
{
  g_return_val_if_fail (RELM_IS_DOCUMENT (self), RELM_DISK_STATE_SAME);

  return self->disk_state;
}
