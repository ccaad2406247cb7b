/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-field-text.h"
#include "relm-stakeholder.h"

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    const char *date; /* NULL: not understood */
  } cases[] = {
    { "2027-05-03", "2027-05-03" },
    { " 2027-05-03 ", "2027-05-03" },
    { "3 May 2027", "2027-05-03" },
    { "3 may 2027", "2027-05-03" },
    { "today", "2026-11-24" },
    { "Tomorrow", "2026-11-25" },
    { "+14", "2026-12-08" },
    { "", "" },
    { "  ", "" },
    { "soon", NULL },
    { "2027-02-30", NULL },
    { "+x", NULL },
    { "12", NULL },
    { "+99999999999", NULL },
  };
  RelmDate today = relm_date_from_ymd (2026, 11, 24);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RelmDate date = RELM_DATE_NONE;
      const gboolean understood = relm_field_text_parse_date (cases[i].text, today, &date);
      g_autofree char *text = relm_date_format (date);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (understood, ==, cases[i].date != NULL);
      if (understood)
        g_assert_cmpstr (text, ==, cases[i].date);
    }
}

static void
test_lists (void)
{
  const char *const strings[] = { "Press", "Foo, Inc", "the \"big\" ones", "ünï", NULL };
  g_autofree char *joined = relm_field_text_join (strings);
  g_auto (GStrv) again = relm_field_text_split (joined);
  g_auto (GStrv) loose = relm_field_text_split (" a ,, b,");

  g_assert_true (g_strv_equal (strings, (const char *const *) again));
  g_assert_cmpuint (g_strv_length (loose), ==, 2);
  g_assert_cmpstr (loose[0], ==, "a");
  g_assert_cmpstr (loose[1], ==, "b");
  g_assert_null (relm_field_text_split (" , "));
}

static void
test_missing_reference (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  g_autoptr (RelmRecord) record = relm_record_new (RELM_TYPE_STAKEHOLDER, "stk-0000000000");
  const RelmValue value = RELM_VALUE_INIT_REFERENCE ("per-0000000000");
  g_autofree char *text = NULL;

  relm_record_set_value (record, RELM_STAKEHOLDER_OWNER, &value);
  text = relm_field_text_display (project, record, RELM_STAKEHOLDER_OWNER);
  g_assert_cmpstr (text, ==, "Missing (per-0000000000)");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/field-text/dates", test_dates);
  g_test_add_func ("/ui/field-text/lists", test_lists);
  g_test_add_func ("/ui/field-text/missing-reference", test_missing_reference);

  return g_test_run ();
}
