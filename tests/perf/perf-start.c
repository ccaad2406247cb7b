/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * From starting the program with the sample to its first frame, and to a picture that stays, beside gnome-text-editor opening
 * the same file. Both are looked at from outside, by a client of the same X server: a frame is there when the window holds
 * more than one colour, and the picture stays when no more than a few pixels change any more (a cursor blinks). They take
 * turns with one home, and the first turn, which warms the caches, does not count.
 */

#include "config.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "relm-floor.h"

#define EDITOR "gnome-text-editor"
#define N_ROUNDS RELM_FLOOR_ROUNDS
#define GOAL 1.0
#define POLL_US 1000
#define TIMEOUT_US (60 * G_USEC_PER_SEC)
#define MIN_WIDTH 300 /* of a window that is one, and not a clipboard or a menu */
#define N_LINES 16
#define PEACE_US G_USEC_PER_SEC
#define SKIPPED 77 /* as meson understands it */

/* A window may be gone at any moment. */
static int
ignore_error_cb (Display *display,
                 XErrorEvent *event)
{
  return 0;
}

/* Some lines of a window. Returns: (transfer full) (nullable): their pixels; NULL when they cannot be had */
static GArray *
look_at (Display *display,
         Window window,
         const XWindowAttributes *attributes)
{
  GArray *pixels = g_array_new (FALSE, FALSE, sizeof (gulong));

  for (int i = 1; i <= N_LINES; i++)
    {
      XImage *image = XGetImage (display, window, 0, attributes->height * i / (N_LINES + 1), (guint) attributes->width, 1,
                                 AllPlanes, ZPixmap);

      for (int x = 0; image != NULL && x < image->width; x++)
        {
          const gulong pixel = XGetPixel (image, x, 0);

          g_array_append_val (pixels, pixel);
        }
      if (image != NULL)
        XDestroyImage (image);
    }
  return pixels;
}

static gboolean
has_colours (GArray *pixels)
{
  for (guint i = 1; i < pixels->len; i++)
    if (g_array_index (pixels, gulong, i) != g_array_index (pixels, gulong, 0))
      return TRUE;
  return FALSE;
}

static gboolean
is_another_picture (GArray *a,
                    GArray *b)
{
  guint n_changed = 0;

  if (a->len != b->len)
    return TRUE;
  for (guint i = 0; i < a->len; i++)
    n_changed += g_array_index (a, gulong, i) != g_array_index (b, gulong, i);
  return n_changed * 100 > a->len;
}

/* Returns: (transfer full) (nullable): what the program shows; NULL when it shows nothing yet */
static GArray *
find_picture (Display *display)
{
  Window root, parent, *children = NULL;
  guint n_children = 0;
  GArray *picture = NULL;

  if (!XQueryTree (display, DefaultRootWindow (display), &root, &parent, &children, &n_children))
    return NULL;
  for (guint i = 0; i < n_children && picture == NULL; i++)
    {
      XWindowAttributes attributes;

      if (!XGetWindowAttributes (display, children[i], &attributes) || attributes.map_state != IsViewable ||
          attributes.override_redirect || attributes.width < MIN_WIDTH)
        continue;
      picture = look_at (display, children[i], &attributes);
      if (!has_colours (picture))
        g_clear_pointer (&picture, g_array_unref);
    }
  XFree (children);
  return picture;
}

static pid_t
start (char **argv,
       const char *home)
{
  const pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child > 0)
    return child;
  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  g_setenv ("XDG_STATE_HOME", home, TRUE);
  g_unsetenv ("G_DEBUG");
  execvp (argv[0], argv);
  _exit (127);
}

/* Waits until nothing happens any more. Returns: when the last thing happened */
static gint64
wait_for_peace (Display *display,
                GArray *picture)
{
  g_autoptr (GArray) last = g_array_ref (picture);
  gint64 time = g_get_monotonic_time ();

  while (g_get_monotonic_time () - time < PEACE_US)
    {
      g_autoptr (GArray) now = find_picture (display);

      if (now != NULL && is_another_picture (last, now))
        {
          time = g_get_monotonic_time ();
          g_array_unref (last);
          last = g_array_ref (now);
        }
      g_usleep (10 * POLL_US);
    }
  return time;
}

static void
wait_for_nothing (Display *display)
{
  GArray *picture;

  while ((picture = find_picture (display)) != NULL)
    {
      g_array_unref (picture);
      g_usleep (POLL_US);
    }
}

/* In microseconds. */
static void
measure_start (Display *display,
               char **argv,
               const char *home,
               gint64 *first,
               gint64 *whole)
{
  const gint64 start_time = g_get_monotonic_time ();
  const pid_t child = start (argv, home);
  g_autoptr (GArray) picture = NULL;
  int status;

  while ((picture = find_picture (display)) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time () - start_time, <, TIMEOUT_US);
      g_assert_cmpint (waitpid (child, &status, WNOHANG), ==, 0);
      g_usleep (POLL_US);
    }
  *first = g_get_monotonic_time () - start_time;
  *whole = wait_for_peace (display, picture) - start_time;
  kill (child, SIGKILL);
  waitpid (child, &status, 0);
  wait_for_nothing (display);
}

static int
skip (const char *why)
{
  g_print ("Starting is not measured: %s\n", why);
  return SKIPPED;
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *editor = g_find_program_in_path (EDITOR);
  g_autofree char *home = g_dir_make_tmp ("relm-perf-XXXXXX", NULL);
  g_autofree char *clean = g_strdup_printf ("rm -rf %s", home);
  char *relm_argv[] = { argv[1], argv[2], NULL };
  char *editor_argv[] = { (char *) EDITOR, (char *) "--standalone", argv[2], NULL };
  gint64 firsts[N_ROUNDS], wholes[N_ROUNDS], editor_firsts[N_ROUNDS], editor_wholes[N_ROUNDS];
  Display *display;

  g_assert_cmpint (argc, ==, 3);
  if (editor == NULL)
    return skip (EDITOR " is not installed");
  display = XOpenDisplay (NULL);
  if (display == NULL)
    return skip ("there is no X server");
  XSetErrorHandler (ignore_error_cb);
  measure_start (display, editor_argv, home, &editor_firsts[0], &editor_wholes[0]);
  measure_start (display, relm_argv, home, &firsts[0], &wholes[0]);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      measure_start (display, editor_argv, home, &editor_firsts[i], &editor_wholes[i]);
      measure_start (display, relm_argv, home, &firsts[i], &wholes[i]);
    }
  XCloseDisplay (display);
  relm_floor_report ("Start to the first frame", EDITOR, firsts, editor_firsts, GOAL);
  relm_floor_report ("Start to a picture that stays", EDITOR, wholes, editor_wholes, GOAL);
  return system (clean);
}
