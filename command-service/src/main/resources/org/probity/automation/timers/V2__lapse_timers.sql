-- The timers of offers bear the name of their automation, as all timers do.
update timers.scheduled_tasks
   set task_instance = 'WhenOfferIsNotAnsweredThenLapse' || substr(task_instance, length('lapse-offer') + 1)
 where task_instance like 'lapse-offer/%';
