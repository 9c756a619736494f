"""The rules that come with the core: true of any grant, whatever its form."""

from __future__ import annotations

from grantkit.rules import (
    gk101_duplicate_id,
    gk102_dangling_reference,
    gk103_task_without_activity,
    gk104_activity_without_indicator,
    gk110_required_field_empty,
    gk111_code_not_in_form,
    gk201_fact_missing,
    gk202_fact_repeats_plan,
    gk203_words_for_number,
    gk204_parts_differ,
    gk205_target_not_met,
    gk206_far_beyond_plan,
    gk207_same_indicator_twice,
    gk208_events_unknown,
    gk209_units_differ,
    gk301_breakdown_does_not_add_up,
    gk302_events_against_activity,
    gk303_participants_differ,
    gk304_one_count_mends_all,
    gk401_outside_grant_period,
    gk402_event_outside_activity,
    gk403_events_listed,
    gk404_fewer_events_than_planned,
    gk501_spending_above_grant,
    gk502_negative_amount,
)
from grantkit.rules.api import Rule

__all__ = ["BUILTIN"]

#: In the order of their codes.
BUILTIN: tuple[Rule, ...] = (
    gk101_duplicate_id.rule,
    gk102_dangling_reference.rule,
    gk103_task_without_activity.rule,
    gk104_activity_without_indicator.rule,
    gk110_required_field_empty.rule,
    gk111_code_not_in_form.rule,
    gk201_fact_missing.rule,
    gk202_fact_repeats_plan.rule,
    gk203_words_for_number.rule,
    gk204_parts_differ.rule,
    gk205_target_not_met.rule,
    gk206_far_beyond_plan.rule,
    gk207_same_indicator_twice.rule,
    gk208_events_unknown.rule,
    gk209_units_differ.rule,
    gk301_breakdown_does_not_add_up.rule,
    gk302_events_against_activity.rule,
    gk303_participants_differ.rule,
    gk304_one_count_mends_all.rule,
    gk401_outside_grant_period.rule,
    gk402_event_outside_activity.rule,
    gk403_events_listed.rule,
    gk404_fewer_events_than_planned.rule,
    gk501_spending_above_grant.rule,
    gk502_negative_amount.rule,
)
