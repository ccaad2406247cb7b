/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-changelog-summary.h"
#include "relm-text.h"

#define PEOPLE_MAX 500 /* that a list of widgets can bear, and more than anybody reads */

struct _RelmChangelogSummary
{
  GtkWidget parent_instance;

  GtkWidget *words; /* the facts, and the suggestion beside or below them */
  GtkLabel *facts;
  GtkLabel *suggestion;
  GtkWidget *buttons; /* beside each other, or one below the other */
  GtkButton *outside;
  GtkMenuButton *people;
  GtkLabel *people_label;

  RelmChangelogRelease *release;
  gboolean narrow;
};

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RelmChangelogSummary, relm_changelog_summary, GTK_TYPE_WIDGET)

static char *
dup_amount (RelmChangelogRelease *release)
{
  const guint n_entries = relm_changelog_release_get_n_entries (release);
  const guint n_commits = relm_changelog_release_get_n_commits (release);
  const char *tag = relm_changelog_release_get_previous_tag (release);
  g_autofree char *entries = g_strdup_printf (ngettext ("%u change", "%u changes", n_entries), n_entries);
  g_autofree char *commits = g_strdup_printf (ngettext ("%u commit", "%u commits", n_commits), n_commits);
  g_autofree char *previous = tag != NULL ? relm_text_display_title (tag) : NULL;

  if (previous != NULL)
    /* Translators: “12 changes in 30 commits since v1.0.0” */
    return g_strdup_printf (_ ("%s in %s since %s"), entries, commits, previous);
  /* Translators: “12 changes in 30 commits” */
  return g_strdup_printf (_ ("%s in %s"), entries, commits);
}

static void
update_facts (RelmChangelogSummary *self)
{
  const RelmDate date = relm_changelog_release_get_date (self->release);
  g_autofree char *amount = dup_amount (self->release);
  g_autofree char *day = date != RELM_DATE_NONE ? relm_date_display (date) : NULL;
  g_autofree char *facts = relm_text_join_facts ((const char *const[]){ day, amount }, 2);

  gtk_label_set_text (self->facts, facts);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->facts), facts);
}

static void
update_suggestion (RelmChangelogSummary *self,
                   RelmChangelog *changelog)
{
  g_autofree char *version = NULL;
  g_autofree char *text = NULL;

  if (relm_changelog_release_is_unreleased (self->release))
    version = relm_changelog_suggest_version (changelog, relm_date_today ());
  if (version != NULL)
    /* Translators: the placeholder is the version that the unreleased changes ask for */
    text = g_strdup_printf (_ ("Next: %s"), version);
  gtk_label_set_text (self->suggestion, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->suggestion), text != NULL);
}

static GtkWidget *
create_person (const RelmContributor *contributor)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  g_autofree char *name = relm_text_display_title (contributor->name);
  g_autofree char *count = g_strdup_printf (ngettext ("%u commit", "%u commits", contributor->n_commits),
                                            contributor->n_commits);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *commits = gtk_label_new (count);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (commits, "dimmed");
  gtk_widget_add_css_class (commits, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), commits);
  return box;
}

/* The list is made when it is opened. */
static void
create_popup_cb (GtkMenuButton *button,
                 gpointer user_data)
{
  RelmChangelogSummary *self = user_data;
  const RelmChangelogContents *contents = self->release != NULL ? relm_changelog_release_get_contents (self->release) : NULL;
  GPtrArray *people = contents != NULL ? contents->contributors : NULL;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; people != NULL && i < MIN (people->len, PEOPLE_MAX); i++)
    gtk_box_append (GTK_BOX (box), create_person (people->pdata[i]));
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (button, popover);
}

static void
update_people (RelmChangelogSummary *self)
{
  const RelmChangelogContents *contents = relm_changelog_release_get_contents (self->release);
  const guint n_people = contents != NULL ? contents->contributors->len : 0;
  g_autofree char *text = g_strdup_printf (ngettext ("%u person", "%u people", n_people), n_people);

  gtk_label_set_text (self->people_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->people), n_people > 0);
}

static void
update_outside (RelmChangelogSummary *self)
{
  const RelmChangelogContents *contents = relm_changelog_release_get_contents (self->release);
  const guint n = contents != NULL ? contents->n_outside : 0;
  /* Translators: how many commits touch no component’s path */
  g_autofree char *text = g_strdup_printf (ngettext ("%u outside", "%u outside", n), n);

  gtk_button_set_label (self->outside, text);
  gtk_widget_set_visible (GTK_WIDGET (self->outside), n > 0);
}

static void
relm_changelog_summary_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  RelmChangelogSummary *self = RELM_CHANGELOG_SUMMARY (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
relm_changelog_summary_set_property (GObject *object,
                                     guint prop_id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  RelmChangelogSummary *self = RELM_CHANGELOG_SUMMARY (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      gtk_orientable_set_orientation (GTK_ORIENTABLE (self->words),
                                      self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
      gtk_box_set_spacing (GTK_BOX (self->words), self->narrow ? 3 : 9);
      gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons),
                                      self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
relm_changelog_summary_dispose (GObject *object)
{
  RelmChangelogSummary *self = RELM_CHANGELOG_SUMMARY (object);
  GtkWidget *child;

  g_clear_object (&self->release);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (relm_changelog_summary_parent_class)->dispose (object);
}

static void
relm_changelog_summary_class_init (RelmChangelogSummaryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_changelog_summary_dispose;
  G_OBJECT_CLASS (klass)->get_property = relm_changelog_summary_get_property;
  G_OBJECT_CLASS (klass)->set_property = relm_changelog_summary_set_property;

  /**
   * RelmChangelogSummary:narrow:
   *
   * Whether there is little width, so that one thing goes below another.
   */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkLabel *
create_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  return GTK_LABEL (label);
}

static void
create_people (RelmChangelogSummary *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->people = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("system-users-symbolic"));
  self->people_label = create_label ("numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->people_label));
  gtk_menu_button_set_child (self->people, box);
  gtk_menu_button_set_create_popup_func (self->people, create_popup_cb, self, NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->people), _ ("Who took part"));
  gtk_widget_set_valign (GTK_WIDGET (self->people), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->people), "flat");
}

static void
create_outside (RelmChangelogSummary *self)
{
  self->outside = GTK_BUTTON (gtk_button_new ());
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->outside), _ ("Commits that touch no component’s path"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->outside), "changelog.show-outside");
  gtk_widget_set_valign (GTK_WIDGET (self->outside), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->outside), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->outside), "numeric");
}

static void
relm_changelog_summary_init (RelmChangelogSummary *self)
{

  self->words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_widget_set_valign (self->words, GTK_ALIGN_CENTER);
  self->facts = create_label ("dimmed");
  gtk_label_set_wrap (self->facts, TRUE);
  gtk_label_set_lines (self->facts, 2);
  gtk_box_append (GTK_BOX (self->words), GTK_WIDGET (self->facts));
  gtk_widget_add_css_class (GTK_WIDGET (self->facts), "numeric");
  self->suggestion = create_label ("chip");
  gtk_box_append (GTK_BOX (self->words), GTK_WIDGET (self->suggestion));
  gtk_widget_add_css_class (GTK_WIDGET (self->suggestion), "accent");
  gtk_widget_set_valign (GTK_WIDGET (self->suggestion), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self->suggestion), GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->suggestion), _ ("The version that these changes ask for"));
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  create_outside (self);
  create_people (self);
  gtk_box_append (GTK_BOX (self->buttons), GTK_WIDGET (self->outside));
  gtk_box_append (GTK_BOX (self->buttons), GTK_WIDGET (self->people));
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  gtk_widget_set_parent (self->buttons, GTK_WIDGET (self));
}

/**
 * relm_changelog_summary_set_release:
 * @changelog: (nullable): the changelog
 * @release: (nullable): a release of it that is loaded
 */
void
relm_changelog_summary_set_release (RelmChangelogSummary *self,
                                    RelmChangelog *changelog,
                                    RelmChangelogRelease *release)
{
  g_return_if_fail (RELM_IS_CHANGELOG_SUMMARY (self));

  g_set_object (&self->release, release);
  gtk_widget_set_visible (GTK_WIDGET (self), release != NULL);
  if (release == NULL)
    return;
  update_facts (self);
  update_suggestion (self, changelog);
  update_outside (self);
  update_people (self);
}
