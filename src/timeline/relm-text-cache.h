/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Text that was laid out once and is drawn many times. Laying out costs ten times as much as drawing. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  RELM_TEXT_BODY,
  RELM_TEXT_BOLD,
  RELM_TEXT_STRUCK,
  RELM_TEXT_CAPTION,
  RELM_TEXT_CAPTION_BOLD,
} RelmTextStyle;

typedef struct _RelmTextCache RelmTextCache;

RelmTextCache *relm_text_cache_new (GtkWidget *widget);
void relm_text_cache_free (RelmTextCache *self);
void relm_text_cache_clear (RelmTextCache *self);
PangoLayout *relm_text_cache_get (RelmTextCache *self,
                                  const char *text,
                                  RelmTextStyle style,
                                  int width);
guint relm_text_cache_get_size (RelmTextCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmTextCache, relm_text_cache_free)

G_END_DECLS
