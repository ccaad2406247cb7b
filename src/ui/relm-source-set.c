/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-component.h"
#include "relm-folder-access.h"
#include "relm-settings.h"
#include "relm-source-set.h"
#include "relm-source.h"
#include "relm-token-store.h"

#define LOOK_S 30 /* that often it looks whether something is due */

struct _RelmSourceSet
{
  GObject parent_instance;

  RelmDocument *document; /* unowned: it owns the set */
  RelmProject *project;
  GPtrArray *links;
  gboolean started;
  guint timer; /* source id, or 0 */
};

enum
{
  CHANGED,
  SYNCED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *model)
{
  return RELM_TYPE_SOURCE_LINK;
}

static guint
get_n_items (GListModel *model)
{
  return RELM_SOURCE_SET (model)->links->len;
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  RelmSourceSet *self = RELM_SOURCE_SET (model);

  return position < self->links->len ? g_object_ref (self->links->pdata[position]) : NULL;
}

static void
init_list_model (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RelmSourceSet, relm_source_set, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

static void
link_changed_cb (RelmSourceSet *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
link_synced_cb (RelmSourceSet *self,
                RelmSourceLink *link)
{
  g_signal_emit (self, signals[SYNCED], 0, link);
}

static void
drop_link (RelmSourceSet *self,
           RelmSourceLink *link)
{
  g_signal_handlers_disconnect_by_data (link, self);
  relm_source_link_cancel (link);
}

/* Whether it is read though nobody asked: if the person wants that, and if nothing is known of it yet. A repository is read
 * by its history. */
static gboolean
is_read_by_itself (RelmSourceLink *link)
{
  return relm_source_link_get_address (link) != NULL &&
         (relm_settings_get_boolean ("auto-sync", TRUE) || !relm_source_link_is_known (link));
}

static RelmSourceLink *
find_same (GPtrArray *links,
           RelmSourceLink *link)
{
  for (guint i = 0; i < links->len; i++)
    if (relm_source_link_is_same (links->pdata[i], link))
      return links->pdata[i];
  return NULL;
}

static void
take_link (RelmSourceSet *self,
           RelmSourceLink *link)
{
  g_signal_connect_swapped (link, "changed", G_CALLBACK (link_changed_cb), self);
  g_signal_connect_swapped (link, "synced", G_CALLBACK (link_synced_cb), self);
  if (self->started && is_read_by_itself (link))
    relm_source_link_sync (link, FALSE);
}

/* What is the same as before goes on as it was. */
static void
update (RelmSourceSet *self)
{
  RelmRecordList *list = relm_project_get_list (self->project, RELM_TYPE_SOURCE);
  GFile *file = relm_document_get_file (self->document);
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->links);

  self->links = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      g_autoptr (RelmSourceLink) link = relm_source_link_new (self->project, relm_record_list_get (list, i), file);
      RelmSourceLink *same = find_same (before, link);

      g_ptr_array_add (self->links, g_object_ref (same != NULL ? same : link));
      if (same == NULL)
        take_link (self, link);
      else
        relm_source_link_update_components (same, self->project);
    }
  for (guint i = 0; i < before->len; i++)
    if (!g_ptr_array_find (self->links, before->pdata[i], NULL))
      drop_link (self, before->pdata[i]);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before->len, self->links->len);
  link_changed_cb (self);
}

static void
update_components (RelmSourceSet *self)
{
  for (guint i = 0; i < self->links->len; i++)
    relm_source_link_update_components (self->links->pdata[i], self->project);
}

static void
project_changed_cb (RelmSourceSet *self,
                    RelmChangeType type,
                    RelmRecord *record,
                    guint field)
{
  if (G_OBJECT_TYPE (record) == RELM_TYPE_SOURCE)
    update (self);
  else if (G_OBJECT_TYPE (record) == RELM_TYPE_COMPONENT)
    update_components (self);
}

static void
unwatch (RelmSourceSet *self)
{
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
}

static void
project_replaced_cb (RelmSourceSet *self)
{
  unwatch (self);
  self->project = g_object_ref (relm_document_get_project (self->document));
  g_signal_connect_swapped (self->project, "changed", G_CALLBACK (project_changed_cb), self);
  update (self);
}

/* Somebody signed in to a server: what failed for want of that is read again, all of that server. */
static void
token_kept_cb (RelmSourceSet *self,
               const char *origin)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      RelmSourceLink *link = self->links->pdata[i];

      if (relm_source_link_wants_token (link) && relm_source_link_uses_token (link, origin))
        relm_source_link_sync (link, FALSE);
    }
}

static gboolean
timer_cb (gpointer data)
{
  RelmSourceSet *self = data;
  GSettings *settings = relm_settings_get ();
  const int minutes = settings != NULL ? g_settings_get_int (settings, "sync-minutes") : 0;

  for (guint i = 0; i < self->links->len; i++)
    if (relm_source_link_is_due (self->links->pdata[i], (guint) MAX (minutes, 0)))
      relm_source_link_sync (self->links->pdata[i], FALSE);
  link_changed_cb (self); /* ages are older */
  return G_SOURCE_CONTINUE;
}

static void
relm_source_set_dispose (GObject *object)
{
  RelmSourceSet *self = RELM_SOURCE_SET (object);

  unwatch (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  for (guint i = 0; i < self->links->len; i++)
    drop_link (self, self->links->pdata[i]);
  g_ptr_array_set_size (self->links, 0);
  G_OBJECT_CLASS (relm_source_set_parent_class)->dispose (object);
}

static void
relm_source_set_finalize (GObject *object)
{
  g_ptr_array_unref (RELM_SOURCE_SET (object)->links);
  G_OBJECT_CLASS (relm_source_set_parent_class)->finalize (object);
}

static void
relm_source_set_class_init (RelmSourceSetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_source_set_dispose;
  G_OBJECT_CLASS (klass)->finalize = relm_source_set_finalize;

  /**
   * RelmSourceSet::changed:
   *
   * Something else is to be said about one of them.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * RelmSourceSet::synced:
   * @link: which
   *
   * One was read; its mirror may have more than before.
   */
  signals[SYNCED] = g_signal_new ("synced", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  RELM_TYPE_SOURCE_LINK);
}

static void
relm_source_set_init (RelmSourceSet *self)
{
  self->links = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * relm_source_set_get:
 *
 * Returns: (transfer none): the sources of @document, which owns them
 */
RelmSourceSet *
relm_source_set_get (RelmDocument *document)
{
  RelmSourceSet *self;

  g_return_val_if_fail (RELM_IS_DOCUMENT (document), NULL);

  self = g_object_get_data (G_OBJECT (document), "relm-source-set");
  if (self != NULL)
    return self;
  self = g_object_new (RELM_TYPE_SOURCE_SET, NULL);
  self->document = document;
  g_object_set_data_full (G_OBJECT (document), "relm-source-set", self, g_object_unref);
  g_signal_connect_object (document, "notify::project", G_CALLBACK (project_replaced_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::file", G_CALLBACK (project_replaced_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (relm_token_store_get_default (), "kept", G_CALLBACK (token_kept_cb), self, G_CONNECT_SWAPPED);
  project_replaced_cb (self);
  return self;
}

/**
 * relm_source_set_start:
 *
 * From now on trackers are read by themselves, as far as the person wants that: at once, and every few minutes.
 */
void
relm_source_set_start (RelmSourceSet *self)
{
  g_return_if_fail (RELM_IS_SOURCE_SET (self));

  if (self->started)
    return;
  self->started = TRUE;
  self->timer = g_timeout_add_seconds (LOOK_S, timer_cb, self);
  for (guint i = 0; i < self->links->len; i++)
    if (is_read_by_itself (self->links->pdata[i]))
      relm_source_link_sync (self->links->pdata[i], FALSE);
}

/**
 * relm_source_set_find:
 *
 * Returns: (transfer none) (nullable): what is known of a source
 */
RelmSourceLink *
relm_source_set_find (RelmSourceSet *self,
                      RelmRecord *record)
{
  g_return_val_if_fail (RELM_IS_SOURCE_SET (self), NULL);

  for (guint i = 0; i < self->links->len; i++)
    if (relm_source_link_get_record (self->links->pdata[i]) == record)
      return self->links->pdata[i];
  return NULL;
}

/**
 * relm_source_set_list_repositories:
 *
 * Returns: (transfer container) (element-type RelmSourceLink): those that are repositories, in the order of the project
 */
GPtrArray *
relm_source_set_list_repositories (RelmSourceSet *self)
{
  GPtrArray *repositories = g_ptr_array_new ();

  g_return_val_if_fail (RELM_IS_SOURCE_SET (self), repositories);

  for (guint i = 0; i < self->links->len; i++)
    if (relm_source_link_get_repository (self->links->pdata[i]) != NULL)
      g_ptr_array_add (repositories, self->links->pdata[i]);
  return repositories;
}

/**
 * relm_source_set_look_again:
 *
 * Looks for folders again, because one may be found now: a person let Relm read it.
 */
void
relm_source_set_look_again (RelmSourceSet *self)
{
  g_return_if_fail (RELM_IS_SOURCE_SET (self));

  update (self);
}

/**
 * relm_source_set_sync:
 *
 * Reads all of them.
 */
void
relm_source_set_sync (RelmSourceSet *self)
{
  g_return_if_fail (RELM_IS_SOURCE_SET (self));

  for (guint i = 0; i < self->links->len; i++)
    relm_source_link_sync (self->links->pdata[i], FALSE);
}

/**
 * relm_source_set_cancel:
 *
 * Stops reading; what is known stays.
 */
void
relm_source_set_cancel (RelmSourceSet *self)
{
  g_return_if_fail (RELM_IS_SOURCE_SET (self));

  for (guint i = 0; i < self->links->len; i++)
    relm_source_link_cancel (self->links->pdata[i]);
}

/**
 * relm_source_set_lacks_access:
 * @link: one of them
 *
 * Returns: whether the last time failed because Relm runs in a sandbox and was not lent the repository's folder yet, which is
 *   asked for where its commits would be shown
 */
gboolean
relm_source_set_lacks_access (RelmSourceSet *self,
                              RelmSourceLink *link)
{
  g_return_val_if_fail (RELM_IS_SOURCE_SET (self), FALSE);

  return relm_source_link_get_repository (link) != NULL &&
         relm_folder_access_is_missing (relm_document_get_file (self->document),
                                        relm_record_get_string (relm_source_link_get_record (link), RELM_SOURCE_LOCATION),
                                        relm_source_link_get_error (link));
}

/**
 * relm_source_set_is_busy:
 *
 * Returns: whether one of them is being read
 */
gboolean
relm_source_set_is_busy (RelmSourceSet *self)
{
  g_return_val_if_fail (RELM_IS_SOURCE_SET (self), FALSE);

  for (guint i = 0; i < self->links->len; i++)
    if (relm_source_link_is_busy (self->links->pdata[i]))
      return TRUE;
  return FALSE;
}
