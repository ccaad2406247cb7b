/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-report"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "relm-mspdi-plan.h"
#include "relm-mspdi-text.h"

#define MAX_TEXT (1024 * 1024) /* bytes of one value */
#define MAX_LINKS (10 * RELM_MSPDI_MAX_TASKS)

/* What an element is, by its name and where it stands. */
typedef enum
{
  NODE_OTHER, /* not looked at, nor what is in it */
  NODE_FILE,
  NODE_PROJECT,
  NODE_TASKS,
  NODE_TASK,
  NODE_LINK,
  NODE_ATTRIBUTE,
  NODE_RESOURCES,
  NODE_RESOURCE,
  NODE_ASSIGNMENTS,
  NODE_ASSIGNMENT,
  NODE_CALENDARS,
  NODE_CALENDAR,
  NODE_WEEK,
  NODE_DAY,
  NODE_EXCEPTIONS,
  NODE_EXCEPTION,
  NODE_PERIOD,
  NODE_TIMES,
  NODE_TIME,
  NODE_BASELINE,
  NODE_VALUE, /* text for its parent */
} Node;

typedef enum
{
  VALUE_TEXT,
  VALUE_INTEGER,
  VALUE_START,
  VALUE_FINISH,
  VALUE_DURATION,
  VALUE_UNITS,
} ValueType;

/* An element with text, and where what it says is kept. */
typedef struct
{
  Node parent;
  const char *name;
  ValueType type;
  gsize offset;
} Field;

/* A day, or days that differ, whose hours are being read. */
typedef struct
{
  gint64 type; /* 1 for Sunday */
  char *from;
  char *to;
} Day;

/* A field that people added to tasks. */
typedef struct
{
  char *id;
  char *value;
} Attribute;

typedef struct
{
  const char *name; /* of the file */
  RelmMspdiPlan *plan;
  GMarkupParseContext *context;
  Node stack[RELM_MSPDI_MAX_DEPTH + 1];
  guint depth;
  const Field *field; /* of the value that is being read, or NULL */
  GString *text;
  Attribute attribute;
  Day day;
  GString *hours;
} Reader;

static const struct
{
  Node parent;
  const char *name;
  Node node;
} elements[] = {
  { NODE_FILE, "Project", NODE_PROJECT },
  { NODE_PROJECT, "Tasks", NODE_TASKS },
  { NODE_TASKS, "Task", NODE_TASK },
  { NODE_TASK, "PredecessorLink", NODE_LINK },
  { NODE_TASK, "ExtendedAttribute", NODE_ATTRIBUTE },
  { NODE_TASK, "Baseline", NODE_BASELINE },
  { NODE_PROJECT, "Resources", NODE_RESOURCES },
  { NODE_RESOURCES, "Resource", NODE_RESOURCE },
  { NODE_PROJECT, "Assignments", NODE_ASSIGNMENTS },
  { NODE_ASSIGNMENTS, "Assignment", NODE_ASSIGNMENT },
  { NODE_PROJECT, "Calendars", NODE_CALENDARS },
  { NODE_CALENDARS, "Calendar", NODE_CALENDAR },
  { NODE_CALENDAR, "Exceptions", NODE_EXCEPTIONS },
  { NODE_CALENDAR, "WeekDays", NODE_WEEK },
  { NODE_WEEK, "WeekDay", NODE_DAY },
  { NODE_DAY, "WorkingTimes", NODE_TIMES },
  { NODE_EXCEPTIONS, "Exception", NODE_EXCEPTION },
  { NODE_EXCEPTION, "TimePeriod", NODE_PERIOD },
  { NODE_EXCEPTION, "WorkingTimes", NODE_TIMES },
  { NODE_TIMES, "WorkingTime", NODE_TIME },
};

#define TASK(name, type, member) { NODE_TASK, name, VALUE_##type, offsetof (RelmMspdiTask, member) }
#define LINK(name, member) { NODE_LINK, name, VALUE_INTEGER, offsetof (RelmMspdiLink, member) }
#define RESOURCE(name, type, member) { NODE_RESOURCE, name, VALUE_##type, offsetof (RelmMspdiResource, member) }
#define ASSIGNMENT(name, type, member) { NODE_ASSIGNMENT, name, VALUE_##type, offsetof (RelmMspdiAssignment, member) }

static const Field fields[] = {
  { NODE_PROJECT, "Title", VALUE_TEXT, offsetof (RelmMspdiPlan, title) },
  { NODE_PROJECT, "Name", VALUE_TEXT, offsetof (RelmMspdiPlan, name) },
  { NODE_PROJECT, "CalendarUID", VALUE_INTEGER, offsetof (RelmMspdiPlan, calendar) },
  { NODE_CALENDAR, "UID", VALUE_INTEGER, offsetof (RelmMspdiCalendar, uid) },
  { NODE_CALENDAR, "Name", VALUE_TEXT, offsetof (RelmMspdiCalendar, name) },
  { NODE_CALENDAR, "IsBaseCalendar", VALUE_INTEGER, offsetof (RelmMspdiCalendar, is_base) },
  { NODE_EXCEPTION, "Name", VALUE_TEXT, offsetof (RelmMspdiException, name) },
  { NODE_PERIOD, "FromDate", VALUE_START, offsetof (RelmMspdiException, start) },
  { NODE_PERIOD, "ToDate", VALUE_FINISH, offsetof (RelmMspdiException, finish) },
  { NODE_DAY, "DayType", VALUE_INTEGER, offsetof (Day, type) },
  { NODE_TIME, "FromTime", VALUE_TEXT, offsetof (Day, from) },
  { NODE_TIME, "ToTime", VALUE_TEXT, offsetof (Day, to) },
  TASK ("UID", INTEGER, uid),
  TASK ("Name", TEXT, name),
  TASK ("Notes", TEXT, notes),
  TASK ("HyperlinkAddress", TEXT, url),
  TASK ("OutlineLevel", INTEGER, level),
  TASK ("IsNull", INTEGER, is_null),
  TASK ("Active", INTEGER, active),
  TASK ("Manual", INTEGER, manual),
  TASK ("Milestone", INTEGER, milestone),
  TASK ("Summary", INTEGER, summary),
  TASK ("Priority", INTEGER, priority),
  TASK ("PercentComplete", INTEGER, percent),
  TASK ("ConstraintType", INTEGER, constraint),
  TASK ("CalendarUID", INTEGER, calendar),
  TASK ("Duration", DURATION, duration),
  TASK ("Start", START, start),
  TASK ("Finish", FINISH, finish),
  TASK ("ActualStart", START, actual_start),
  TASK ("ActualFinish", FINISH, actual_finish),
  TASK ("ConstraintDate", START, constraint_date),
  TASK ("Deadline", FINISH, deadline),
  { NODE_BASELINE, "Start", VALUE_START, offsetof (RelmMspdiTask, baseline_start) },
  { NODE_BASELINE, "Finish", VALUE_FINISH, offsetof (RelmMspdiTask, baseline_finish) },
  LINK ("PredecessorUID", from),
  LINK ("Type", type),
  LINK ("LinkLag", lag),
  LINK ("LagFormat", lag_format),
  LINK ("CrossProject", cross_project),
  { NODE_ATTRIBUTE, "FieldID", VALUE_TEXT, offsetof (Attribute, id) },
  { NODE_ATTRIBUTE, "Value", VALUE_TEXT, offsetof (Attribute, value) },
  RESOURCE ("UID", INTEGER, uid),
  RESOURCE ("Name", TEXT, name),
  RESOURCE ("EmailAddress", TEXT, email),
  RESOURCE ("Group", TEXT, group),
  RESOURCE ("Type", INTEGER, type),
  RESOURCE ("MaxUnits", UNITS, units),
  RESOURCE ("CalendarUID", INTEGER, calendar),
  RESOURCE ("IsNull", INTEGER, is_null),
  ASSIGNMENT ("TaskUID", INTEGER, task),
  ASSIGNMENT ("ResourceUID", INTEGER, resource),
  ASSIGNMENT ("Units", UNITS, units),
};

static int
get_line (Reader *self)
{
  int line;

  g_markup_parse_context_get_position (self->context, &line, NULL);
  return line;
}

static void
add_task (Reader *self)
{
  const RelmMspdiTask task = { .line = get_line (self), .uid = -1, .level = 1, .active = 1, .priority = 500, .duration = -1, .calendar = -1 };

  g_array_append_val (self->plan->tasks, task);
}

static void
add_link (Reader *self)
{
  const RelmMspdiLink link = {
    .line = get_line (self), .from = -1, .to = self->plan->tasks->len - 1, .type = 1, .lag_format = 7,
  };

  g_array_append_val (self->plan->links, link);
}

static void
add_resource (Reader *self)
{
  const RelmMspdiResource resource = { .line = get_line (self), .uid = -1, .type = 1, .calendar = -1, .units = 100 };

  g_array_append_val (self->plan->resources, resource);
}

static void
add_assignment (Reader *self)
{
  const RelmMspdiAssignment assignment = { .line = get_line (self), .task = -1, .resource = -1, .units = 100 };

  g_array_append_val (self->plan->assignments, assignment);
}

static void
add_calendar (Reader *self)
{
  const RelmMspdiCalendar calendar = { .uid = -1, .is_base = 1 };

  g_array_append_val (self->plan->calendars, calendar);
}

static void
add_exception (Reader *self)
{
  GArray *calendars = self->plan->calendars;
  const RelmMspdiException exception = { .calendar = g_array_index (calendars, RelmMspdiCalendar, calendars->len - 1).uid };

  g_array_append_val (self->plan->exceptions, exception);
}

/* What begins with an element. */
static void
begin_node (Reader *self,
            Node node)
{
  if (node == NODE_DAY || node == NODE_EXCEPTION)
    {
      g_string_truncate (self->hours, 0);
      self->day.type = 0;
    }
  if (node == NODE_TASK)
    add_task (self);
  else if (node == NODE_LINK)
    add_link (self);
  else if (node == NODE_RESOURCE)
    add_resource (self);
  else if (node == NODE_ASSIGNMENT)
    add_assignment (self);
  else if (node == NODE_CALENDAR)
    add_calendar (self);
  else if (node == NODE_EXCEPTION)
    add_exception (self);
  else if (node == NODE_BASELINE)
    self->plan->n_baselines++;
}

static Node
find_node (Node parent,
           const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (elements[i].parent == parent && g_str_equal (elements[i].name, name))
      return elements[i].node;
  return NODE_OTHER;
}

static const Field *
find_field (Node parent,
            const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].parent == parent && g_str_equal (fields[i].name, name))
      return &fields[i];
  return NULL;
}

static gboolean
check_limits (Reader *self,
              GError **error)
{
  const char *message = NULL;

  if (self->depth >= RELM_MSPDI_MAX_DEPTH)
    message = _ ("Elements lie in elements deeper than in any plan.");
  else if (self->plan->tasks->len > RELM_MSPDI_MAX_TASKS)
    message = _ ("There are more than 100,000 tasks, which is more than a project can be.");
  else if (self->plan->links->len > MAX_LINKS || self->plan->assignments->len > MAX_LINKS ||
           self->plan->resources->len > MAX_LINKS || self->plan->calendars->len + self->plan->exceptions->len > MAX_LINKS)
    message = _ ("There are more links, people or assignments than a project can have.");
  if (message != NULL)
    relm_mspdi_fail (error, self->name, get_line (self), RELM_MSPDI_ERROR_TOO_LARGE, message);
  return message == NULL;
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char *name,
                  const char **attribute_names,
                  const char **attribute_values,
                  gpointer user_data,
                  GError **error)
{
  Reader *self = user_data;
  const char *colon = strchr (name, ':');
  const char *local = colon != NULL ? colon + 1 : name;
  const Node parent = self->stack[self->depth];
  Node node;

  if (!check_limits (self, error))
    return;
  node = find_node (parent, local);
  if (parent == NODE_FILE && node != NODE_PROJECT)
    {
      relm_mspdi_fail (error, self->name, get_line (self), RELM_MSPDI_ERROR_STRUCTURE,
            _ ("This is not a plan of Microsoft Project. In Microsoft Project, save the plan as “XML Format”."));
      return;
    }
  self->field = find_field (parent, local);
  self->stack[++self->depth] = self->field != NULL ? NODE_VALUE : node;
  g_string_truncate (self->text, 0);
  begin_node (self, node);
}

static void
text_cb (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer user_data,
         GError **error)
{
  Reader *self = user_data;

  if (self->stack[self->depth] != NODE_VALUE)
    return;
  if (self->text->len + length > MAX_TEXT)
    relm_mspdi_fail (error, self->name, get_line (self), RELM_MSPDI_ERROR_TOO_LARGE, _ ("A value is longer than 1 MB."));
  else
    g_string_append_len (self->text, text, (gssize) length);
}

static gpointer
get_struct (Reader *self,
            Node node)
{
  GArray *array = NULL;

  if (node == NODE_PROJECT)
    return self->plan;
  if (node == NODE_ATTRIBUTE)
    return &self->attribute;
  if (node == NODE_DAY || node == NODE_TIME)
    return &self->day;
  if (node == NODE_TASK || node == NODE_BASELINE)
    array = self->plan->tasks;
  else if (node == NODE_LINK)
    array = self->plan->links;
  else if (node == NODE_RESOURCE)
    array = self->plan->resources;
  else if (node == NODE_CALENDAR)
    array = self->plan->calendars;
  else if (node == NODE_EXCEPTION || node == NODE_PERIOD)
    array = self->plan->exceptions;
  else
    array = self->plan->assignments;
  return array->data + (array->len - 1) * g_array_get_element_size (array);
}

static gboolean
parse_value (const Field *field,
             gpointer place,
             const char *text)
{
  switch (field->type)
    {
    case VALUE_INTEGER:
      return relm_mspdi_parse_integer (text, place);
    case VALUE_UNITS:
      return relm_mspdi_parse_units (text, place);
    case VALUE_DURATION:
      return relm_mspdi_parse_duration (text, place);
    case VALUE_START:
      return relm_mspdi_parse_date (text, RELM_MSPDI_START, place);
    case VALUE_FINISH:
      return relm_mspdi_parse_date (text, RELM_MSPDI_FINISH, place);
    case VALUE_TEXT:
    default:
      g_free (*(char **) place);
      *(char **) place = g_strdup (text);
      return TRUE;
    }
}

/* The text of an element that is looked at. */
static void
take_value (Reader *self,
            GError **error)
{
  const Field *field = self->field;
  char *base = get_struct (self, field->parent);
  g_autofree char *message = NULL;

  g_strstrip (self->text->str);
  if (*self->text->str == '\0' || parse_value (field, base + field->offset, self->text->str))
    return;
  /* Translators: the first placeholder is the name of an element of the file, the second what stands in it */
  message = g_strdup_printf (_ ("“%s” cannot be “%s”."), field->name, self->text->str);
  relm_mspdi_fail (error, self->name, get_line (self), RELM_MSPDI_ERROR_VALUE, message);
}

/* What Relm wrote of the record that a task was made from. */
static void
take_attribute (Reader *self)
{
  RelmMspdiTask *task = get_struct (self, NODE_TASK);

  if (g_strcmp0 (self->attribute.id, RELM_MSPDI_KIND_FIELD) == 0 && task->kind == NULL)
    task->kind = g_steal_pointer (&self->attribute.value);
  g_clear_pointer (&self->attribute.id, g_free);
  g_clear_pointer (&self->attribute.value, g_free);
}

/* From “08:00:00” to “12:00:00”; a day ends at 24:00 and not at the next one's 00:00. */
static void
take_time (Reader *self)
{
  Day *day = &self->day;

  if (day->from != NULL && day->to != NULL && strlen (day->from) >= 5 && strlen (day->to) >= 5)
    g_string_append_printf (self->hours, "%s%.5s-%.5s", self->hours->len > 0 ? " " : "", day->from,
                            strncmp (day->to, "00:00", 5) == 0 ? "24:00" : day->to);
  g_clear_pointer (&day->from, g_free);
  g_clear_pointer (&day->to, g_free);
}

static void
take_day (Reader *self)
{
  RelmMspdiCalendar *calendar = get_struct (self, NODE_CALENDAR);
  const gint64 day = (self->day.type + 5) % 7; /* from 0 for Monday */

  if (self->day.type < 1 || self->day.type > 7)
    return;
  g_free (calendar->hours[day]);
  calendar->hours[day] = g_strdup (self->hours->str);
}

/* What ends with an element. */
static void
end_node (Reader *self,
          Node node)
{
  if (node == NODE_ATTRIBUTE)
    take_attribute (self);
  else if (node == NODE_TIME)
    take_time (self);
  else if (node == NODE_DAY)
    take_day (self);
  else if (node == NODE_EXCEPTION)
    ((RelmMspdiException *) get_struct (self, NODE_EXCEPTION))->hours = g_strdup (self->hours->str);
}

static void
end_element_cb (GMarkupParseContext *context,
                const char *name,
                gpointer user_data,
                GError **error)
{
  Reader *self = user_data;
  const Node node = self->stack[self->depth--];

  if (node == NODE_VALUE && self->field != NULL)
    take_value (self, error);
  else
    end_node (self, node);
  self->field = NULL;
}

/* Declarations of entities could make a small file a huge one; a plan has none. */
static void
passthrough_cb (GMarkupParseContext *context,
                const char *text,
                gsize length,
                gpointer user_data,
                GError **error)
{
  Reader *self = user_data;

  if (length > strlen ("<!D") && strncmp (text, "<!D", strlen ("<!D")) == 0)
    relm_mspdi_fail (error, self->name, get_line (self), RELM_MSPDI_ERROR_SYNTAX, _ ("A plan has no document type declaration."));
}

static void
add_error (GError **error,
           Reader *self,
           GError *cause)
{
  if (cause->domain == RELM_MSPDI_ERROR)
    {
      g_propagate_error (error, cause);
      return;
    }
  relm_mspdi_fail (error, self->name, get_line (self), RELM_MSPDI_ERROR_SYNTAX, cause->message);
  g_error_free (cause);
}

static gboolean
parse (Reader *self,
       GBytes *bytes,
       GError **error)
{
  static const GMarkupParser parser = { start_element_cb, end_element_cb, text_cb, passthrough_cb, NULL };
  static const char mark[] = "\357\273\277"; /* which some programs put before UTF-8 */
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  GError *cause = NULL;
  gboolean good;

  if (size >= strlen (mark) && memcmp (text, mark, strlen (mark)) == 0)
    {
      text += strlen (mark);
      size -= strlen (mark);
    }
  self->context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, self, NULL);
  good = g_markup_parse_context_parse (self->context, text != NULL ? text : "", (gssize) size, &cause) &&
         g_markup_parse_context_end_parse (self->context, &cause);
  if (!good)
    add_error (error, self, cause);
  g_clear_pointer (&self->context, g_markup_parse_context_free);
  return good;
}

/**
 * relm_mspdi_read:
 * @bytes: what the file holds
 * @name: what people call the file
 *
 * Strict, and bounded in everything: no entity but those of XML is expanded, and what a plan cannot be is refused. What is not
 * looked at may hold anything.
 *
 * Returns: (transfer full) (nullable): the plan; %NULL with a sentence that says where and what is wrong
 */
RelmMspdiPlan *
relm_mspdi_read (GBytes *bytes,
                 const char *name,
                 GError **error)
{
  g_autoptr (RelmMspdiPlan) plan = relm_mspdi_plan_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) hours = g_string_new (NULL);
  Reader reader = { .name = name, .plan = plan, .text = text, .hours = hours };
  gboolean good;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  if (g_bytes_get_size (bytes) > RELM_MSPDI_MAX_SIZE)
    {
      relm_mspdi_fail (error, name, 1, RELM_MSPDI_ERROR_TOO_LARGE, _ ("It is larger than 64 MB, which is more than a plan can be."));
      return NULL;
    }
  reader.stack[0] = NODE_FILE;
  good = parse (&reader, bytes, error) && relm_mspdi_plan_check (plan, name, error);
  g_free (reader.attribute.id);
  g_free (reader.attribute.value);
  g_free (reader.day.from);
  g_free (reader.day.to);
  return good ? g_steal_pointer (&plan) : NULL;
}
