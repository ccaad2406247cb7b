/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-plan.h"
#include "relm-readiness.h"
#include "relm-record-look.h"
#include "relm-release.h"
#include "relm-roadmap-row.h"
#include "relm-text.h"

struct _RelmRoadmapRow
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkImage *health;

  RelmProject *project; /* that the record belongs to */
  RelmRecord *record;
};

G_DEFINE_FINAL_TYPE (RelmRoadmapRow, relm_roadmap_row, GTK_TYPE_WIDGET)

/* The date that matters: when it happened, was promised, or is planned. */
static char *
describe_date (RelmRecord *release)
{
  const RelmDate actual = relm_record_get_date (release, RELM_RELEASE_ACTUAL);
  const RelmDate committed = relm_record_get_date (release, RELM_RELEASE_COMMITTED);
  const RelmDate planned = relm_record_get_date (release, RELM_RELEASE_PLANNED);
  const RelmDate date = actual != RELM_DATE_NONE ? actual : committed != RELM_DATE_NONE ? committed : planned;

  return date != RELM_DATE_NONE ? relm_date_display (date) : g_strdup (_ ("No date"));
}

static char *
describe_release (RelmRecord *release,
                  const char *health)
{
  g_autofree char *date = describe_date (release);
  const char *overdue = relm_plan_is_overdue (release, relm_date_today ()) ? _ ("Overdue") : NULL;

  return relm_text_join_facts ((const char *const[]){ date, health, overdue }, 3);
}

static char *
describe_title (RelmRecord *record)
{
  g_autofree char *version = relm_record_dup_display_title (record);
  g_autofree char *name = NULL;
  const char *text;

  if (!RELM_IS_RELEASE (record))
    return g_steal_pointer (&version);

  text = relm_record_get_string (record, RELM_RELEASE_NAME);
  if (relm_text_is_blank (text))
    return g_steal_pointer (&version);
  name = relm_text_display_title (text);
  /* Translators: a release's version and its name */
  return g_strdup_printf (_ ("%s “%s”"), version, name);
}

static void
show_look (RelmRoadmapRow *self,
           RelmRecordLook look)
{
  gtk_image_set_from_icon_name (self->health, look.icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->health), (const char *[]) { look.style, NULL });
  gtk_widget_set_visible (GTK_WIDGET (self->health), look.icon != NULL);
}

/* A release that is done has a state that matters; one that is not has a health. */
static void
update_release (RelmRoadmapRow *self)
{
  const RelmDate today = relm_date_today ();
  const gboolean done = relm_plan_is_done (self->record);
  const RelmHealth health = done ? RELM_HEALTH_UNKNOWN : relm_readiness_compute (self->project, self->record, today).health;
  const char *word = health != RELM_HEALTH_UNKNOWN ? relm_health_get_label (health) : NULL;
  g_autofree char *text = describe_release (self->record, word);

  gtk_label_set_text (self->subtitle, text);
  if (done)
    show_look (self, relm_record_look_get (self->record, RELM_RELEASE_STATE, today));
  else
    show_look (self, relm_record_look_for_choice ("health", relm_health_get_nick (health)));
}

static void
update (RelmRoadmapRow *self)
{
  g_autofree char *title = NULL;

  if (self->record == NULL)
    return;

  title = describe_title (self->record);
  gtk_label_set_text (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  if (RELM_IS_RELEASE (self->record))
    update_release (self);
  else
    {
      gtk_label_set_text (self->subtitle, _ ("Whole roadmap"));
      gtk_widget_set_visible (GTK_WIDGET (self->health), FALSE);
    }
}

static void
relm_roadmap_row_dispose (GObject *object)
{
  GtkWidget *child;

  relm_roadmap_row_set_record (RELM_ROADMAP_ROW (object), NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), RELM_TYPE_ROADMAP_ROW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (relm_roadmap_row_parent_class)->dispose (object);
}

static void
relm_roadmap_row_class_init (RelmRoadmapRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relm_roadmap_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/relm_app/Relm/relm-roadmap-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RelmRoadmapRow, title);
  gtk_widget_class_bind_template_child (widget_class, RelmRoadmapRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, RelmRoadmapRow, health);
}

static void
relm_roadmap_row_init (RelmRoadmapRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * relm_roadmap_row_new:
 *
 * Returns: (transfer full): a row that shows nothing yet
 */
GtkWidget *
relm_roadmap_row_new (void)
{
  return g_object_new (RELM_TYPE_ROADMAP_ROW, NULL);
}

/**
 * relm_roadmap_row_get_record:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
RelmRecord *
relm_roadmap_row_get_record (RelmRoadmapRow *self)
{
  g_return_val_if_fail (RELM_IS_ROADMAP_ROW (self), NULL);

  return self->record;
}

/**
 * relm_roadmap_row_set_record:
 * @project: (nullable): what the record is a part of
 * @record: (nullable): a project or a release, followed until the row is given another one
 */
void
relm_roadmap_row_set_record (RelmRoadmapRow *self,
                             RelmProject *project,
                             RelmRecord *record)
{
  g_return_if_fail (RELM_IS_ROADMAP_ROW (self));
  g_return_if_fail (record == NULL || project != NULL);

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_set_object (&self->project, project);
  g_set_object (&self->record, record);
  if (record != NULL)
    g_signal_connect_swapped (record, "notify", G_CALLBACK (update), self);
  update (self);
}

/**
 * relm_roadmap_row_update:
 *
 * Shows the health again. A row follows its record by itself, but health depends on the rest of the project too.
 */
void
relm_roadmap_row_update (RelmRoadmapRow *self)
{
  g_return_if_fail (RELM_IS_ROADMAP_ROW (self));

  update (self);
}

/**
 * relm_roadmap_row_dup_label:
 *
 * Returns: (transfer full): what the row says, in one sentence, for who cannot see it
 */
char *
relm_roadmap_row_dup_label (RelmRoadmapRow *self)
{
  return g_strdup_printf ("%s, %s", gtk_label_get_text (self->title), gtk_label_get_text (self->subtitle));
}
