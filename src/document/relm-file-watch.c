/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-document"

#include "config.h"

#include <stdlib.h>

#include "relm-file-watch.h"

#define QUIET_MS 300      /* without events, before the listener is told */
#define PATIENCE_MS 2000  /* with events all the time */

struct _RelmFileWatch
{
  GFile *file;
  GFileMonitor *monitor;
  GFile *target; /* NULL: the file is no link, or leads to nothing */
  GFileMonitor *target_monitor;
  RelmFileWatchFunc callback;
  gpointer user_data;
  guint timer;
  gint64 first_event; /* monotonic, of those that the listener was not told of; 0 for none */
};

static void changed_cb (RelmFileWatch *self);

/*
 * A file that cannot be watched is compared when it is saved, as all are. Watching for hard links as well would make GLib
 * watch the inode, and miss that another file took the name.
 */
static GFileMonitor *
watch (RelmFileWatch *self,
       GFile *file)
{
  g_autoptr (GError) error = NULL;
  GFileMonitor *monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, &error);

  if (monitor == NULL)
    g_debug ("The file cannot be watched: %s", error->message);
  else
    g_signal_connect_swapped (monitor, "changed", G_CALLBACK (changed_cb), self);
  return monitor;
}

static void
unwatch (RelmFileWatch *self,
         GFileMonitor **monitor)
{
  if (*monitor == NULL)
    return;
  g_signal_handlers_disconnect_by_data (*monitor, self);
  g_file_monitor_cancel (*monitor);
  g_clear_object (monitor);
}

static GFile *
find_target (GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *real = path != NULL ? realpath (path, NULL) : NULL;
  g_autoptr (GFile) target = real != NULL ? g_file_new_for_path (real) : NULL;

  return target != NULL && !g_file_equal (target, file) ? g_steal_pointer (&target) : NULL;
}

/* A link may lead elsewhere by now. */
static void
watch_target (RelmFileWatch *self)
{
  g_autoptr (GFile) target = find_target (self->file);

  if (target == NULL || (self->target != NULL && g_file_equal (target, self->target)))
    return;
  unwatch (self, &self->target_monitor);
  g_set_object (&self->target, target);
  self->target_monitor = watch (self, target);
}

static gboolean
tell_cb (gpointer data)
{
  RelmFileWatch *self = data;

  self->timer = 0;
  self->first_event = 0;
  watch_target (self);
  self->callback (self->user_data);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (RelmFileWatch *self)
{
  const gint64 now = g_get_monotonic_time ();

  if (self->first_event == 0)
    self->first_event = now;
  if (self->timer != 0 && now - self->first_event > PATIENCE_MS * 1000)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (QUIET_MS, tell_cb, self);
}

/**
 * relm_file_watch_new:
 * @file: a file, which need not be there
 * @callback: called in the main loop after something happened to the file; may not free the watch
 *
 * Returns: (transfer full): a watch
 */
RelmFileWatch *
relm_file_watch_new (GFile *file,
                     RelmFileWatchFunc callback,
                     gpointer user_data)
{
  RelmFileWatch *self = g_new0 (RelmFileWatch, 1);

  self->file = g_object_ref (file);
  self->callback = callback;
  self->user_data = user_data;
  self->monitor = watch (self, file);
  watch_target (self);
  return self;
}

/**
 * relm_file_watch_free:
 * @self: (transfer full): a watch
 */
void
relm_file_watch_free (RelmFileWatch *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  unwatch (self, &self->monitor);
  unwatch (self, &self->target_monitor);
  g_clear_object (&self->target);
  g_object_unref (self->file);
  g_free (self);
}
