/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-changelog"

#include "config.h"

#include "relm-changelog-section.h"

struct _RelmChangelogSection
{
  GObject parent_instance;

  RelmChangelogKind kind;
  GPtrArray *entries;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RelmChangelogSection, relm_changelog_section, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
get_item_type (GListModel *model)
{
  return RELM_TYPE_CHANGELOG_ENTRY;
}

static guint
get_n_items (GListModel *model)
{
  return RELM_CHANGELOG_SECTION (model)->entries->len;
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  RelmChangelogEntry *entry = relm_changelog_section_get (RELM_CHANGELOG_SECTION (model), position);

  return entry != NULL ? g_object_ref (entry) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
relm_changelog_section_finalize (GObject *object)
{
  g_ptr_array_unref (RELM_CHANGELOG_SECTION (object)->entries);

  G_OBJECT_CLASS (relm_changelog_section_parent_class)->finalize (object);
}

static void
relm_changelog_section_class_init (RelmChangelogSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relm_changelog_section_finalize;
}

static void
relm_changelog_section_init (RelmChangelogSection *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * relm_changelog_section_new:
 *
 * Returns: (transfer full): a section without entries
 */
RelmChangelogSection *
relm_changelog_section_new (RelmChangelogKind kind)
{
  RelmChangelogSection *self = g_object_new (RELM_TYPE_CHANGELOG_SECTION, NULL);

  self->kind = kind;
  return self;
}

/**
 * relm_changelog_section_get_kind:
 *
 * Returns: the kind of its entries; RELM_CHANGELOG_KIND_BREAKING holds entries of every kind that break something
 */
RelmChangelogKind
relm_changelog_section_get_kind (RelmChangelogSection *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_SECTION (self), RELM_CHANGELOG_KIND_OTHER);

  return self->kind;
}

/**
 * relm_changelog_section_get_nick:
 *
 * Returns: (transfer none): the kind's name for programs
 */
const char *
relm_changelog_section_get_nick (RelmChangelogSection *self)
{
  return relm_changelog_kind_get_nick (relm_changelog_section_get_kind (self));
}

/**
 * relm_changelog_section_get_title:
 *
 * Returns: (transfer none): the kind's name for people, translated
 */
const char *
relm_changelog_section_get_title (RelmChangelogSection *self)
{
  return relm_changelog_kind_get_title (relm_changelog_section_get_kind (self));
}

/**
 * relm_changelog_section_get_size:
 *
 * Returns: how many entries there are
 */
guint
relm_changelog_section_get_size (RelmChangelogSection *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_SECTION (self), 0);

  return self->entries->len;
}

/**
 * relm_changelog_section_get:
 *
 * Returns: (transfer none) (nullable): the entry at @index, %NULL past the end
 */
RelmChangelogEntry *
relm_changelog_section_get (RelmChangelogSection *self,
                            guint index)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_SECTION (self), NULL);

  return index < self->entries->len ? self->entries->pdata[index] : NULL;
}

/**
 * relm_changelog_section_append:
 * @entry: (transfer none): an entry
 */
void
relm_changelog_section_append (RelmChangelogSection *self,
                               RelmChangelogEntry *entry)
{
  g_return_if_fail (RELM_IS_CHANGELOG_SECTION (self));

  g_ptr_array_add (self->entries, g_object_ref (entry));
  g_list_model_items_changed (G_LIST_MODEL (self), self->entries->len - 1, 0, 1);
}
