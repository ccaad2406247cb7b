/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-random-project.h"

/* What could go wrong in a text, and what usually stands in one. */
static const char *const wild_words[] = {
  "\"", "\\", "\n", "\t", "\r", "\x01", "\x1f", "\x7f", "/", "é", "🚀", "\xe2\x80\xa8", "{", "]", ",", ":", "<<<<<<<", "null", " ",
};
static const char *const plain_words[] = {
  "release", "the", "scheduler", "forgets", "a", "branch", "when", "its", "clock", "Zürich", "goes", "back", "and", "we", "say so",
};

static char *
random_text (GRand *random,
             guint n_words,
             gboolean wild)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      if (wild && g_rand_boolean (random))
        g_string_append (text, wild_words[g_rand_int_range (random, 0, G_N_ELEMENTS (wild_words))]);
      else
        g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                                plain_words[g_rand_int_range (random, 0, G_N_ELEMENTS (plain_words))]);
    }
  return g_string_free (text, FALSE);
}

static gint64
random_integer (GRand *random,
                const RelmField *field)
{
  static const gint64 edges[] = { G_MININT64, -1, 0, 1, G_MAXINT64 };

  if (field->minimum != 0 || field->maximum != 0)
    return MIN (field->minimum + (gint64) (g_rand_double (random) * (double) (field->maximum - field->minimum + 1)), field->maximum);
  return edges[g_rand_int_range (random, 0, G_N_ELEMENTS (edges))];
}

static char *
random_choice (GRand *random,
               const RelmField *field)
{
  guint n = 0;

  while (field->choices[n].nick != NULL)
    n++;
  return g_strdup (field->choices[g_rand_int_range (random, 0, (gint32) n)].nick);
}

static char *
random_id (GRand *random,
           guint n_records)
{
  return g_strdup_printf ("wi-%07u", g_rand_int_range (random, 0, (gint32) n_records + 1));
}

static char **
random_list (GRand *random,
             guint n_records,
             gboolean ids,
             gboolean wild)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (int i = g_rand_int_range (random, 1, 4); i > 0; i--)
    g_strv_builder_take (builder, ids ? random_id (random, n_records) : random_text (random, wild ? 0 : 2, wild));
  return g_strv_builder_end (builder);
}

/**
 * relm_random_value:
 * @n_records: how many records references choose from
 * @wild: whether to use everything that a file can hold, rather than what people write
 * @value: (inout): unset, and of the field's type
 */
void
relm_random_value (GRand *random,
                   const RelmField *field,
                   guint n_records,
                   gboolean wild,
                   RelmValue *value)
{
  switch (field->type)
    {
    case RELM_FIELD_INTEGER:
    case RELM_FIELD_DURATION:
    case RELM_FIELD_MONEY:
      value->integer = random_integer (random, field);
      break;
    case RELM_FIELD_BOOLEAN:
      value->integer = g_rand_boolean (random);
      break;
    case RELM_FIELD_DATE:
      value->integer = wild ? g_rand_int_range (random, 0, RELM_DATE_MAX + 1) : g_rand_int_range (random, 739000, 741000);
      break;
    case RELM_FIELD_ENUM:
      value->string = wild ? random_text (random, 2, FALSE) : random_choice (random, field);
      break;
    case RELM_FIELD_REFERENCE:
      value->string = random_id (random, n_records);
      break;
    case RELM_FIELD_REFERENCES:
    case RELM_FIELD_STRINGS:
      value->strings = random_list (random, n_records, field->type == RELM_FIELD_REFERENCES, wild);
      break;
    case RELM_FIELD_STRING:
    case RELM_FIELD_TEXT:
    default:
      value->string = random_text (random, field->type == RELM_FIELD_TEXT ? 20 : 5, wild);
      break;
    }
}

static void
fill_record (GRand *random,
             RelmRecord *record,
             guint n_records,
             gboolean wild)
{
  const RelmField *fields = relm_record_get_kind (record)->fields;

  for (guint i = 0; fields[i].name != NULL; i++)
    {
      g_auto (RelmValue) value = { .type = fields[i].type };

      if (!(fields[i].flags & RELM_FIELD_REQUIRED) && g_rand_int_range (random, 0, 10) >= 6)
        continue;
      relm_random_value (random, &fields[i], n_records, wild, &value);
      relm_record_swap_value (record, i, &value);
    }
}

static void
add_unknown (GRand *random,
             RelmRecord *record,
             int n_places)
{
  static const char *const texts[] = { "1.10", "1e400", "null", "[]", "{\"a\": [1, \"\\u00e9\"]}", "\"\\/\"" };
  static guint count = 0;

  /* In the order of places: that is the order in which a file has them. */
  for (int after = -1; after < n_places; after++)
    if (g_rand_int_range (random, 0, 10) == 0)
      relm_record_add_unknown_member (record, after, g_strdup_printf ("\"x_%u\"", count++),
                                      g_strdup (texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))]));
}

/**
 * relm_random_project_new:
 * @n_records: how many records, of all kinds, half of them work items
 * @wild: whether to use everything that a file can hold, rather than what people write
 *
 * Returns: (transfer full): a project
 */
RelmProject *
relm_random_project_new (GRand *random,
                         guint n_records,
                         gboolean wild)
{
  RelmProject *project = relm_project_new ();
  const guint n_lists = relm_project_get_n_lists (project);
  RelmRecordList *items = relm_project_get_list_by_member (project, "work_items");

  fill_record (random, RELM_RECORD (project), n_records, wild);
  if (wild)
    add_unknown (random, RELM_RECORD (project),
                 (int) (relm_kind_get_n_fields (relm_record_get_kind (RELM_RECORD (project))) + n_lists));

  for (guint i = 0; i < n_records; i++)
    {
      RelmRecordList *list = i % 2 == 0 ? items : relm_project_get_list_at (project, (i / 2) % n_lists);
      const RelmKind *kind = relm_record_list_get_kind (list);
      g_autofree char *id = g_strdup_printf ("%s-%07u", kind->id_prefix, i);
      g_autoptr (RelmRecord) record = relm_record_new (relm_record_list_get_record_type (list), id);

      fill_record (random, record, n_records, wild);
      if (wild)
        add_unknown (random, record, (int) relm_kind_get_n_fields (kind));
      g_assert_true (relm_project_insert (project, record, G_MAXUINT, NULL));
    }
  return project;
}

static void
assert_records_equal (RelmRecord *a,
                      RelmRecord *b)
{
  const RelmKind *kind = relm_record_get_kind (a);

  g_assert_true (kind == relm_record_get_kind (b));
  g_assert_cmpstr (relm_record_get_id (a), ==, relm_record_get_id (b));
  for (guint i = 0; kind->fields[i].name != NULL; i++)
    g_assert_true (relm_value_equal (relm_record_get_value (a, i), relm_record_get_value (b, i)));
  g_assert_cmpuint (relm_record_get_n_unknown_members (a), ==, relm_record_get_n_unknown_members (b));
  for (guint i = 0; i < relm_record_get_n_unknown_members (a); i++)
    {
      const RelmUnknownMember *x = relm_record_get_unknown_member (a, i);
      const RelmUnknownMember *y = relm_record_get_unknown_member (b, i);

      g_assert_cmpstr (x->name, ==, y->name);
      g_assert_cmpstr (x->text, ==, y->text);
    }
}

/**
 * relm_random_project_assert_equal:
 *
 * Asserts that both hold the same, in the same order.
 */
void
relm_random_project_assert_equal (RelmProject *a,
                                  RelmProject *b)
{
  assert_records_equal (RELM_RECORD (a), RELM_RECORD (b));
  for (guint i = 0; i < relm_project_get_n_lists (a); i++)
    {
      RelmRecordList *x = relm_project_get_list_at (a, i);
      RelmRecordList *y = relm_project_get_list_at (b, i);

      g_assert_cmpuint (relm_record_list_get_size (x), ==, relm_record_list_get_size (y));
      for (guint j = 0; j < relm_record_list_get_size (x); j++)
        assert_records_equal (relm_record_list_get (x, j), relm_record_list_get (y, j));
    }
}
