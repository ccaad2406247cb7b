/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-test-wait.h"
#include "relm-timeline-page-fixture.h"

/* Takes the document. */
void
relm_timeline_page_fixture_show (RelmTimelinePageFixture *self,
                                 RelmDocument *document,
                                 int width)
{
  self->document = document;
  self->state = relm_view_state_new ();
  relm_view_state_set_document (self->state, document);
  self->page = relm_timeline_page_new ();
  self->timeline = relm_timeline_page_get_timeline (self->page);
  relm_page_set_view_state (RELM_PAGE (self->page), self->state);
  self->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->page));
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, 700);
  gtk_window_present (GTK_WINDOW (self->window));
  relm_test_wait_until (gtk_widget_get_width (GTK_WIDGET (self->timeline)) > 0);
}

void
relm_timeline_page_fixture_clear (RelmTimelinePageFixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->state);
  g_object_unref (self->document);
}
