/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-baseline-changes.h"
#include "relm-field-form.h"
#include "relm-gate-facts.h"
#include "relm-gate.h"
#include "relm-inspector.h"
#include "relm-record-edits.h"
#include "relm-record-relations.h"
#include "relm-evidence-group.h"
#include "relm-schedule-facts.h"
#include "relm-told-facts.h"

struct _RelmInspector
{
  AdwBin parent_instance;

  RelmViewState *view_state;
  RelmDocument *document;
  RelmRecord *record;

  GtkWidget *stack;
  GtkWidget *kind;
  GtkWidget *title;
  GtkWidget *back_button;
  GtkWidget *delete_button;
  GtkWidget *scroller;
  GtkWidget *content; /* holds the form */
  RelmScheduleGroup *gate;
  RelmScheduleGroup *told;
  RelmScheduleGroup *facts;
  GtkWidget *evidence;
  RelmScheduleGroup *changes;
  RelmFieldForm *form;
  RelmRecordRelations *relations;
  GtkWidget *came_from; /* weak: what had the focus before */
};

enum
{
  PROP_0,
  PROP_VIEW_STATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RelmInspector, relm_inspector, ADW_TYPE_BIN)

static void
show_title_cb (RelmInspector *self)
{
  g_autofree char *title = relm_record_dup_display_title (self->record);

  gtk_label_set_text (GTK_LABEL (self->title), title);
}

static void
show_editable_cb (RelmInspector *self)
{
  const gboolean editable = !relm_document_get_read_only (self->document);

  if (self->form != NULL)
    gtk_widget_set_sensitive (GTK_WIDGET (self->form), editable);
  gtk_widget_set_visible (self->delete_button, editable && relm_record_get_id (self->record) != NULL);
}

/* The criteria of a gate matter more than its fields. */
static void
append_form (RelmInspector *self,
             gboolean is_gate)
{
  GtkWidget *form = GTK_WIDGET (self->form);
  GtkWidget *relations = GTK_WIDGET (self->relations);

  gtk_box_append (GTK_BOX (self->content), is_gate ? relations : form);
  gtk_box_append (GTK_BOX (self->content), is_gate ? form : relations);
}

static void
use_form (RelmInspector *self,
          RelmRecord *record)
{
  const RelmKind *kind = relm_record_get_kind (record);

  if (self->form != NULL && relm_field_form_get_kind (self->form) == kind)
    return;

  if (self->form != NULL)
    {
      gtk_box_remove (GTK_BOX (self->content), GTK_WIDGET (self->form));
      gtk_box_remove (GTK_BOX (self->content), GTK_WIDGET (self->relations));
    }
  self->form = relm_field_form_new (kind);
  self->relations = relm_record_relations_new (kind);
  append_form (self, RELM_IS_GATE (record));
  gtk_label_set_text (GTK_LABEL (self->kind), _ (kind->label));
}

static void
set_record (RelmInspector *self,
            RelmDocument *document,
            RelmRecord *record)
{
  if (self->record == record && self->document == document)
    return;

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->record, record);
  g_set_object (&self->document, document);

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), record != NULL ? "record" : "nothing");
  relm_schedule_group_set_record (self->changes, record != NULL ? self->view_state : NULL, record);
  relm_schedule_group_set_record (self->gate, record != NULL ? self->view_state : NULL, record);
  relm_schedule_group_set_record (self->told, record != NULL ? self->view_state : NULL, record);
  relm_schedule_group_set_record (self->facts, record != NULL ? self->view_state : NULL, record);
  relm_evidence_group_set_record (RELM_EVIDENCE_GROUP (self->evidence), self->view_state, record);
  if (record == NULL)
    {
      if (self->form != NULL)
        {
          relm_field_form_set_record (self->form, NULL, NULL);
          relm_record_relations_set_record (self->relations, NULL, NULL);
        }
      return;
    }

  use_form (self, record);
  relm_field_form_set_record (self->form, document, record);
  relm_record_relations_set_record (self->relations, self->view_state, record);
  g_signal_connect_swapped (record, "notify::display-title", G_CALLBACK (show_title_cb), self);
  g_signal_connect_swapped (document, "notify::read-only", G_CALLBACK (show_editable_cb), self);
  show_title_cb (self);
  show_editable_cb (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/* What is shown when nothing is selected. */
static RelmRecord *
get_whole (RelmInspector *self)
{
  RelmDocument *document = relm_view_state_get_document (self->view_state);
  RelmRecord *release = relm_view_state_get_release (self->view_state);

  return release != NULL || document == NULL ? release : RELM_RECORD (relm_document_get_project (document));
}

static void
show_way_back (RelmInspector *self)
{
  RelmRecord *whole = get_whole (self);
  g_autofree char *title = whole != NULL ? relm_record_dup_display_title (whole) : NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->back_button, self->record != NULL && whole != NULL && self->record != whole);
  if (title == NULL)
    return;
  /* Translators: leads from the details of a record to those of its release, or of the project */
  label = g_strdup_printf (_ ("Back to “%s”"), title);
  gtk_widget_set_tooltip_text (self->back_button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
update_cb (RelmInspector *self)
{
  RelmDocument *document = relm_view_state_get_document (self->view_state);
  RelmRecord *selected = relm_view_state_get_selected (self->view_state);

  set_record (self, document, selected != NULL ? selected : get_whole (self));
  show_way_back (self);
}

static void
back_cb (RelmInspector *self)
{
  relm_view_state_set_selected (self->view_state, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
set_came_from (RelmInspector *self,
               GtkWidget *widget)
{
  if (widget == NULL || !gtk_widget_is_ancestor (widget, GTK_WIDGET (self)))
    g_set_weak_pointer (&self->came_from, widget);
}

static gboolean
key_cb (RelmInspector *self,
        guint keyval)
{
  if (keyval != GDK_KEY_Escape || self->came_from == NULL || !gtk_widget_get_mapped (self->came_from))
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_grab_focus (self->came_from);
}

static void
delete_cb (RelmInspector *self)
{
  if (self->record != NULL && relm_record_get_id (self->record) != NULL)
    relm_record_edits_remove (GTK_WIDGET (self), self->document, self->record);
}

/* The first field, so that what was just added gets its name. */
static gboolean
relm_inspector_grab_focus (GtkWidget *widget)
{
  RelmInspector *self = RELM_INSPECTOR (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (self->form == NULL || root == NULL)
    return FALSE;
  set_came_from (self, gtk_root_get_focus (root));
  return gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}

static void
relm_inspector_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_VIEW_STATE:
      g_value_set_object (value, RELM_INSPECTOR (object)->view_state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
relm_inspector_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_VIEW_STATE:
      relm_inspector_set_view_state (RELM_INSPECTOR (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
relm_inspector_dispose (GObject *object)
{
  relm_inspector_set_view_state (RELM_INSPECTOR (object), NULL);
  g_clear_weak_pointer (&RELM_INSPECTOR (object)->came_from);

  G_OBJECT_CLASS (relm_inspector_parent_class)->dispose (object);
}

static void
relm_inspector_class_init (RelmInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = relm_inspector_dispose;
  object_class->get_property = relm_inspector_get_property;
  object_class->set_property = relm_inspector_set_property;
  GTK_WIDGET_CLASS (klass)->grab_focus = relm_inspector_grab_focus;

  /**
   * RelmInspector:view-state:
   *
   * What the window shows.
   */
  properties[PROP_VIEW_STATE] = g_param_spec_object ("view-state", NULL, NULL, RELM_TYPE_VIEW_STATE,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkWidget *
create_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
create_header (RelmInspector *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *titles = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->kind = create_label ("caption-heading");
  gtk_widget_add_css_class (self->kind, "dimmed");
  self->title = create_label ("title-3");
  gtk_widget_set_hexpand (titles, TRUE);
  gtk_box_append (GTK_BOX (titles), self->kind);
  gtk_box_append (GTK_BOX (titles), self->title);

  self->back_button = gtk_button_new_from_icon_name ("go-previous-symbolic");
  gtk_widget_set_valign (self->back_button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->back_button, "flat");
  g_signal_connect_swapped (self->back_button, "clicked", G_CALLBACK (back_cb), self);

  self->delete_button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_tooltip_text (self->delete_button, _ ("Delete"));
  gtk_widget_set_valign (self->delete_button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->delete_button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->delete_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Delete"), -1);
  g_signal_connect_swapped (self->delete_button, "clicked", G_CALLBACK (delete_cb), self);
  gtk_box_append (GTK_BOX (header), self->back_button);
  gtk_box_append (GTK_BOX (header), titles);
  gtk_box_append (GTK_BOX (header), self->delete_button);
  return header;
}

static void
relm_inspector_init (RelmInspector *self)
{
  GtkWidget *nothing = adw_status_page_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_margin_top (self->content, 12);
  gtk_widget_set_margin_bottom (self->content, 24);
  gtk_widget_set_margin_start (self->content, 12);
  gtk_widget_set_margin_end (self->content, 12);
  gtk_box_append (GTK_BOX (self->content), create_header (self));
  self->gate = relm_gate_facts_new ();
  self->told = relm_told_facts_new ();
  self->facts = relm_schedule_facts_new ();
  self->changes = relm_baseline_changes_new ();
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->gate));
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->told));
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->facts));
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->changes));
  self->evidence = relm_evidence_group_new ();
  gtk_box_append (GTK_BOX (self->content), self->evidence);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->content);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (nothing), "document-properties-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (nothing), _ ("Nothing Selected"));
  adw_status_page_set_description (ADW_STATUS_PAGE (nothing), _ ("Select something to see and change what is known of it."));
  gtk_widget_add_css_class (nothing, "compact");

  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), nothing, "nothing");
  gtk_stack_add_named (GTK_STACK (self->stack), self->scroller, "record");
  adw_bin_set_child (ADW_BIN (self), self->stack);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * relm_inspector_new:
 *
 * Returns: (transfer floating): an inspector
 */
RelmInspector *
relm_inspector_new (void)
{
  return g_object_new (RELM_TYPE_INSPECTOR, NULL);
}

/**
 * relm_inspector_set_view_state:
 * @view_state: (nullable): of the window
 */
void
relm_inspector_set_view_state (RelmInspector *self,
                               RelmViewState *view_state)
{
  g_return_if_fail (RELM_IS_INSPECTOR (self));

  if (self->view_state == view_state)
    return;

  if (self->view_state != NULL)
    g_signal_handlers_disconnect_by_data (self->view_state, self);
  g_set_object (&self->view_state, view_state);
  if (view_state == NULL)
    {
      set_record (self, NULL, NULL);
      return;
    }
  g_signal_connect_swapped (view_state, "notify", G_CALLBACK (update_cb), self);
  update_cb (self);
}

/**
 * relm_inspector_show:
 * @from: a widget of the window
 * @record: what is selected
 *
 * Selects a record and opens the window's inspector on it. @from may be gone after that.
 */
void
relm_inspector_show (GtkWidget *from,
                     RelmViewState *view_state,
                     RelmRecord *record)
{
  GtkRoot *root = gtk_widget_get_root (from);

  g_return_if_fail (RELM_IS_VIEW_STATE (view_state) && RELM_IS_RECORD (record));

  relm_view_state_set_selected (view_state, record);
  if (root != NULL)
    gtk_widget_activate_action (GTK_WIDGET (root), "win.inspect", NULL);
}

/**
 * relm_inspector_get_record:
 *
 * Returns: (transfer none) (nullable): what is edited
 */
RelmRecord *
relm_inspector_get_record (RelmInspector *self)
{
  g_return_val_if_fail (RELM_IS_INSPECTOR (self), NULL);

  return self->record;
}
