/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-changelog-row.h"
#include "relm-text.h"

#define SHORT_OID 7
#define REFERENCES_MAX 4 /* more do not fit, and are in the tooltip */
#define TOOLTIP_MAX 50

struct _RelmChangelogRow
{
  GtkWidget parent_instance;

  GtkLabel *summary;
  GtkLabel *note;
  GtkLabel *scope;
  GtkLabel *edited;
  GtkLabel *commit;
  GtkLabel *details;
  GtkWidget *menu_button;

  RelmChangelogEntry *entry;
};

enum
{
  SIGNAL_MENU,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RelmChangelogRow, relm_changelog_row, GTK_TYPE_WIDGET)

/* Shows a label as long as it says something. */
static void
set_text (GtkLabel *label,
          const char *text)
{
  g_autofree char *safe = text != NULL ? relm_text_display_title (text) : NULL;

  gtk_label_set_text (label, safe != NULL ? safe : "");
  gtk_widget_set_visible (GTK_WIDGET (label), safe != NULL && *safe != '\0');
}

/* “#12” is in “Mend it (#12)”, and not in “Mend it (#123)”. */
static gboolean
mentions (const char *summary,
          const char *reference)
{
  const char *p = strstr (summary, reference);

  return p != NULL && !g_ascii_isdigit (p[strlen (reference)]);
}

/* What the summary does not say itself. */
static char *
join_references (RelmChangelogEntry *entry,
                 guint max)
{
  const char *const *references = relm_changelog_entry_get_references (entry);
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (; *references != NULL; references++)
    {
      if (mentions (relm_changelog_entry_get_summary (entry), *references))
        continue;
      if (n++ == max)
        {
          g_string_append (text, ", …");
          break;
        }
      g_string_append_printf (text, "%s%s", n > 1 ? ", " : "", *references);
    }
  return g_string_free (text, FALSE);
}

/* Names and references, each kept to its own direction. */
static void
update_details (RelmChangelogRow *self)
{
  const char *author = relm_changelog_entry_get_author (self->entry);
  g_autofree char *joined = join_references (self->entry, REFERENCES_MAX);
  g_autofree char *name = author != NULL ? relm_text_display_title (author) : NULL;
  g_autofree char *refers = relm_text_display_title (joined);
  g_autofree char *text = relm_text_join_facts ((const char *const[]){ name, refers }, 2);

  gtk_label_set_text (self->details, text);
}

static void
update_commit (RelmChangelogRow *self)
{
  const char *const *oids = relm_changelog_entry_get_oids (self->entry);
  const guint n_oids = g_strv_length ((char **) oids);
  g_autofree char *oid = n_oids > 0 ? g_strndup (oids[0], SHORT_OID) : NULL;
  g_autofree char *text = NULL;

  if (n_oids > 1)
    /* Translators: a commit, and how many others are the same change */
    text = g_strdup_printf (_ ("%s +%u"), oid, n_oids - 1);
  set_text (self->commit, text != NULL ? text : oid);
}

/*
 * A text that is set asks the display at once where the pointer is, which is a third of what a row costs; hundreds are made at
 * once. So tooltips are made when somebody asks.
 */
static gboolean
tooltip_cb (RelmChangelogRow *self,
            int x,
            int y,
            gboolean keyboard,
            GtkTooltip *tooltip,
            GtkWidget *label)
{
  g_autofree char *text = NULL;
  g_autofree char *safe = NULL;

  if (self->entry == NULL)
    return FALSE;
  if (label == GTK_WIDGET (self->commit))
    text = g_strjoinv ("\n", (char **) relm_changelog_entry_get_oids (self->entry));
  else
    text = join_references (self->entry, TOOLTIP_MAX);
  safe = relm_text_display (text);
  gtk_tooltip_set_text (tooltip, safe);
  return *safe != '\0';
}

static void
menu_cb (RelmChangelogRow *self)
{
  g_signal_emit (self, signals[SIGNAL_MENU], 0);
}

static void
update (RelmChangelogRow *self)
{
  g_autofree char *summary = NULL;
  g_autofree char *place = NULL;

  if (self->entry == NULL)
    return;

  summary = relm_text_display_title (relm_changelog_entry_get_summary (self->entry));
  gtk_label_set_text (self->summary, summary);
  set_text (self->note, relm_changelog_entry_get_note (self->entry));
  place = relm_changelog_entry_dup_place (self->entry);
  set_text (self->scope, place);
  gtk_widget_set_visible (GTK_WIDGET (self->edited), relm_changelog_entry_get_record (self->entry) != NULL);
  update_commit (self);
  update_details (self);
}

static void
relm_changelog_row_dispose (GObject *object)
{
  RelmChangelogRow *self = RELM_CHANGELOG_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->entry);
  gtk_widget_dispose_template (GTK_WIDGET (object), RELM_TYPE_CHANGELOG_ROW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (relm_changelog_row_parent_class)->dispose (object);
}

static void
relm_changelog_row_class_init (RelmChangelogRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relm_changelog_row_dispose;

  /**
   * RelmChangelogRow::menu:
   *
   * The button of the row's menu was pressed.
   */
  signals[SIGNAL_MENU] = g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/relm_app/Relm/relm-changelog-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RelmChangelogRow, summary);
  gtk_widget_class_bind_template_child (widget_class, RelmChangelogRow, note);
  gtk_widget_class_bind_template_child (widget_class, RelmChangelogRow, scope);
  gtk_widget_class_bind_template_child (widget_class, RelmChangelogRow, edited);
  gtk_widget_class_bind_template_child (widget_class, RelmChangelogRow, commit);
  gtk_widget_class_bind_template_child (widget_class, RelmChangelogRow, details);
  gtk_widget_class_bind_template_child (widget_class, RelmChangelogRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, tooltip_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_cb);
  gtk_widget_class_set_css_name (widget_class, "relm-changelog-row");
}

static void
relm_changelog_row_init (RelmChangelogRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * relm_changelog_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
relm_changelog_row_new (void)
{
  return g_object_new (RELM_TYPE_CHANGELOG_ROW, NULL);
}

/**
 * relm_changelog_row_set_entry:
 * @entry: (nullable): what it shows
 */
void
relm_changelog_row_set_entry (RelmChangelogRow *self,
                              RelmChangelogEntry *entry)
{
  g_return_if_fail (RELM_IS_CHANGELOG_ROW (self));

  if (g_set_object (&self->entry, entry))
    update (self);
}

/**
 * relm_changelog_row_get_entry:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
RelmChangelogEntry *
relm_changelog_row_get_entry (RelmChangelogRow *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_ROW (self), NULL);

  return self->entry;
}

/**
 * relm_changelog_row_get_menu_button:
 *
 * Returns: (transfer none): what the menu of the row belongs to
 */
GtkWidget *
relm_changelog_row_get_menu_button (RelmChangelogRow *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_ROW (self), NULL);

  return self->menu_button;
}

/**
 * relm_changelog_row_dup_label:
 *
 * Returns: (transfer full): what the row says, in one sentence, for who cannot see it
 */
char *
relm_changelog_row_dup_label (RelmChangelogRow *self)
{
  GString *label = g_string_new (NULL);
  RelmChangelogKind kind = RELM_CHANGELOG_KIND_OTHER;

  g_return_val_if_fail (RELM_IS_CHANGELOG_ROW (self), NULL);

  if (self->entry != NULL)
    {
      kind = relm_changelog_entry_get_breaking (self->entry) ? RELM_CHANGELOG_KIND_BREAKING
                                                             : relm_changelog_entry_get_kind (self->entry);
      g_string_append_printf (label, "%s: ", relm_changelog_kind_get_title (kind));
    }
  if (gtk_widget_get_visible (GTK_WIDGET (self->scope)))
    g_string_append_printf (label, "%s, ", gtk_label_get_text (self->scope));
  g_string_append (label, gtk_label_get_text (self->summary));
  if (*gtk_label_get_text (self->details) != '\0')
    g_string_append_printf (label, ", %s", gtk_label_get_text (self->details));
  return g_string_free (label, FALSE);
}
