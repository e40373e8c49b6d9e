"""Bad inputs by the rows of the list they were collected in (1 to 54, 74, 75): the tests of each, or why none."""

import ast
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
# By the number of the row: the tests, as file::function.
TESTED = {
    1: ("test_batch::test_absent_paths_are_named_together", "test_cli::test_nothing_can_be_trusted"),
    2: ("test_reading::test_what_cannot_be_judged_has_a_code_and_a_hint",),
    3: (
        "test_batch::test_a_folder_is_searched_in_the_order_of_names",
        "test_folders::test_every_file_gets_a_result_or_a_reason",
    ),
    4: ("test_batch::test_no_permission",),
    5: ("test_batch::test_links_lead_nowhere_and_loops_end",),
    6: ("test_batch::test_a_pipe_in_a_folder_is_not_waited_for", "test_batch::test_standard_input_is_read_once"),
    7: ("test_cli::test_a_terminal_is_not_waited_for",),
    8: ("test_batch::test_odd_names", "test_folders::test_a_path_of_many_folders"),
    9: ("test_batch::test_what_is_no_report_is_left_out_with_the_reason",),
    10: ("test_batch::test_one_file_by_several_names_is_checked_once",),
    11: ("test_batch::test_no_more_is_begun_than_is_asked_for",),
    12: ("test_batch::test_a_file_that_is_being_written", "test_batch::test_a_file_that_goes_or_is_a_folder"),
    13: ("test_batch::test_a_huge_file_is_not_read", "test_batch::test_contents"),
    14: ("test_structure::test_a_report_on_one_line_has_the_same_sections",),
    15: (
        "test_reading::test_what_cannot_be_judged_has_a_code_and_a_hint",
        "test_reading::test_a_few_control_characters_are_noted",
    ),
    16: ("test_reading::test_a_byte_order_mark_is_no_character", "test_reading::test_encodings_give_the_same_text"),
    17: ("test_reading::test_encodings_give_the_same_text",),
    18: ("test_reading::test_four_byte_gb18030", "test_reading::test_encodings_give_the_same_text"),
    19: ("test_reading::test_what_cannot_be_judged_has_a_code_and_a_hint",),
    20: ("test_reading::test_a_few_broken_characters_are_noted", "test_reading::test_where_it_breaks_is_said"),
    21: ("test_reading::test_what_cannot_be_judged_has_a_code_and_a_hint",),
    22: ("test_reading::test_lines_end_at_three_marks_only", "test_cli::test_how_a_report_is_written_does_not_matter"),
    23: (
        "test_cli::test_how_a_report_is_written_does_not_matter",
        "test_folding::test_a_report_with_radicals_is_judged_as_the_same_without",
    ),
    24: (
        "test_cli::test_how_a_report_is_written_does_not_matter",
        "test_reading::test_hard_wrapped_lines_are_joined_and_page_numbers_dropped",
    ),
    25: ("test_reading_archive::test_truncated", "test_reading_archive::test_a_zip_that_is_no_document"),
    26: (
        "test_reading_legacy::test_whatever_a_docx_really_is",
        "test_reading_legacy::test_a_doc_called_docx",
        "test_reading_docx::test_a_wrong_suffix_is_read_as_what_it_is",
    ),
    27: (
        "test_reading_archive::test_a_bomb_is_refused_without_inflating_a_byte",
        "test_reading_archive::test_too_many_entries",
        "test_reading_archive::test_an_archive_in_the_archive_is_left_alone",
    ),
    28: ("test_reading_archive::test_names_that_lead_elsewhere",),
    29: ("test_reading_archive::test_two_entries_of_one_name",),
    30: ("test_reading_archive::test_a_document_type_is_refused",),
    31: ("test_reading_docx::test_macros_are_flagged_and_nothing_outside_is_fetched",),
    32: ("test_reading_legacy::test_a_document_under_a_password",),
    33: (
        "test_reading_docx::test_macros_are_flagged_and_nothing_outside_is_fetched",
        "test_reading_docx::test_an_embedded_object_is_no_picture",
    ),
    34: (
        "test_reading_docx::test_what_word_does_not_show_is_not_read",
        "test_reading_docx::test_revisions_and_comments_are_counted",
    ),
    35: (
        "test_reading_docx::test_text_is_read_wherever_it_stands_and_once",
        "test_reading_docx::test_diagrams_and_charts_are_read",
        "test_reading_docx::test_hidden_text_is_told_apart",
        "test_second_reader::test_containers",
    ),
    36: ("test_pictures::test_what_may_stand_in_a_picture_is_not_called_missing",),
    37: (
        "test_reading_docx::test_strict_documents_are_read_alike",
        "test_reading_legacy::test_flat_opc",
        "test_reading_legacy::test_markup_that_nothing_reads",
        "test_reading_docx::test_another_file_put_in_whole_is_named_as_unread",
    ),
    38: ("test_reading_legacy::test_a_doc_by_the_library", "test_reading_legacy::test_which_word_it_was"),
    39: ("test_reading_legacy::test_a_wps",),
    40: (
        "test_formats::test_the_same_report_in_every_format",
        "test_reading_legacy::test_a_zipped_uof_is_named",
        "test_reading_legacy::test_markup_that_nothing_reads",
    ),
    41: ("test_reading_pdf::test_what_cannot_be_read_says_why",),
    42: (
        "test_reading_pdf::test_pages_that_cannot_be_read_are_named",
        "test_reading_pdf::test_what_may_stand_on_a_scanned_page_is_not_called_missing",
    ),
    43: ("test_reading_pdf::test_what_cannot_be_read_says_why",),
    44: ("test_reading_pdf::test_what_cannot_be_read_says_why", "test_reading_pdf::test_what_can_be_read"),
    45: (
        "test_reading_pdf::test_what_cannot_be_read_says_why",
        "test_confined::test_one_that_never_ends_is_ended",
        "test_confined::test_one_that_eats_memory_is_stopped",
    ),
    46: (
        "test_typesetting::test_two_columns_are_read_one_after_the_other",
        "test_typesetting::test_page_numbers_are_not_of_the_text",
        "test_typesetting::test_running_heads_are_not_of_the_text",
    ),
    47: ("test_reading_pdf::test_what_can_be_read", "test_reading_ofd::test_what_makers_do"),
    48: ("test_reading_ofd::test_what_makers_do", "test_reading_ofd::test_what_cannot_be_read_says_why"),
    49: (
        "test_reading_html::test_the_same_report",
        "test_reading_html::test_what_a_page_says_of_its_encoding_may_be_wrong",
        "test_reading_html::test_what_is_hidden_is_noted",
    ),
    50: ("test_reading_html::test_pages_without_a_report", "test_structure::test_what_is_no_report"),
    51: ("test_structure::test_of_several_reports_the_first_is_judged",),
    52: ("test_structure::test_what_is_no_report",),
    53: (
        "test_structure::test_a_very_short_report_is_judged_with_a_note",
        "test_structure::test_a_very_long_report_is_judged_with_a_note",
    ),
    54: ("test_reading::test_what_cannot_be_judged_has_a_code_and_a_hint",),
}
# What is not done, or cannot be tested here.
UNTESTED = {
    74: "a read that hangs in the system can be ended by no program; one that fails says so, see row 12",
    75: "no output is named after a report: each is called what the user calls it",
}
# What a row asks besides, and why it is not there.
NOT_DONE = {
    6: "--stdin-name: what standard input is its bytes tell",
    8: r"names that begin with \\?\ are Windows' own; Python passes them on as they are",
    11: "resuming comes last (DESIGN.md)",
    19: "no conversion to simplified characters: a dictionary would be wanted, and the report itself must be right",
    32: "--password-file: the message says how to take the password off",
    38: "a fast-saved document is not to be had: only Word 97 to 2003 write it",
}


@cache
def functions(module: str) -> frozenset[str]:
    tree = ast.parse((TESTS / f"{module}.py").read_text("utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def test_every_row_is_there() -> None:
    assert sorted([*TESTED, *UNTESTED]) == [*range(1, 55), 74, 75]
    assert set(NOT_DONE) <= set(TESTED)


@pytest.mark.parametrize("row", TESTED)
def test_every_named_test_exists(row: int) -> None:
    for name in TESTED[row]:
        module, _, function = name.partition("::")
        assert function in functions(module), name


def test_a_test_that_does_not_exist_would_be_noticed() -> None:
    assert "test_no_such_thing" not in functions("test_bad_inputs")
