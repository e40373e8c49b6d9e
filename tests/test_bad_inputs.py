"""Every bad input that anybody thought of, with the tests of it, or why there is none."""

import ast
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
# The tests of each, as file::function.
TESTED = {
    "no such file": ("test_batch::test_absent_paths_are_named_together", "test_cli::test_nothing_can_be_trusted"),
    "an empty file": ("test_reading::test_what_cannot_be_judged_has_a_code_and_a_hint",),
    "a folder": (
        "test_batch::test_a_folder_is_searched_in_the_order_of_names",
        "test_folders::test_every_file_gets_a_result_or_a_reason",
    ),
    "a file that may not be opened": ("test_batch::test_no_permission",),
    "links that lead nowhere, round or out": ("test_batch::test_links_lead_nowhere_and_loops_end",),
    "a pipe, standard input": (
        "test_batch::test_a_pipe_in_a_folder_is_not_waited_for",
        "test_batch::test_standard_input_is_read_once",
    ),
    "standard input that is a keyboard": ("test_cli::test_a_terminal_is_not_waited_for",),
    "odd names and long paths": ("test_batch::test_odd_names", "test_folders::test_a_path_of_many_folders"),
    "litter of Word, WPS and the system": ("test_batch::test_what_is_no_report_is_left_out_with_the_reason",),
    "one file by two names": ("test_batch::test_one_file_by_several_names_is_checked_once",),
    "thousands of files": ("test_batch::test_no_more_is_begun_than_is_asked_for",),
    "a file that changes or goes while it is read": (
        "test_batch::test_a_file_that_is_being_written",
        "test_batch::test_a_file_that_goes_or_is_a_folder",
    ),
    "a file larger than any report": ("test_batch::test_a_huge_file_is_not_read", "test_batch::test_contents"),
    "a report on one line": ("test_structure::test_a_report_on_one_line_has_the_same_sections",),
    "control characters": (
        "test_reading::test_what_cannot_be_judged_has_a_code_and_a_hint",
        "test_reading::test_a_few_control_characters_are_noted",
    ),
    "a byte order mark": (
        "test_reading::test_a_byte_order_mark_is_no_character",
        "test_reading::test_encodings_give_the_same_text",
    ),
    "UTF-16 and UTF-32": ("test_reading::test_encodings_give_the_same_text",),
    "GBK and GB18030": ("test_reading::test_four_byte_gb18030", "test_reading::test_encodings_give_the_same_text"),
    "Big5 and traditional characters": ("test_reading::test_what_cannot_be_judged_has_a_code_and_a_hint",),
    "several encodings in one file": (
        "test_reading::test_a_few_broken_characters_are_noted",
        "test_reading::test_where_it_breaks_is_said",
    ),
    "mojibake": ("test_reading::test_what_cannot_be_judged_has_a_code_and_a_hint",),
    "line ends of every kind": (
        "test_reading::test_lines_end_at_three_marks_only",
        "test_cli::test_how_a_report_is_written_does_not_matter",
    ),
    "wide, blank and invisible characters": (
        "test_cli::test_how_a_report_is_written_does_not_matter",
        "test_folding::test_a_report_with_radicals_is_judged_as_the_same_without",
    ),
    "blanks and breaks within words": (
        "test_cli::test_how_a_report_is_written_does_not_matter",
        "test_reading::test_hard_wrapped_lines_are_joined_and_page_numbers_dropped",
    ),
    "a docx cut short, or none at all": (
        "test_reading_archive::test_truncated",
        "test_reading_archive::test_a_zip_that_is_no_document",
    ),
    "a wrong suffix": (
        "test_reading_legacy::test_whatever_a_docx_really_is",
        "test_reading_legacy::test_a_doc_called_docx",
        "test_reading_docx::test_a_wrong_suffix_is_read_as_what_it_is",
    ),
    "a zip bomb": (
        "test_reading_archive::test_a_bomb_is_refused_without_inflating_a_byte",
        "test_reading_archive::test_too_many_entries",
        "test_reading_archive::test_an_archive_in_the_archive_is_left_alone",
    ),
    "a zip entry that leads out": ("test_reading_archive::test_names_that_lead_elsewhere",),
    "a zip entry twice": ("test_reading_archive::test_two_entries_of_one_name",),
    "XML that declares entities": ("test_reading_archive::test_a_document_type_is_refused",),
    "what a document would fetch": ("test_reading_docx::test_macros_are_flagged_and_nothing_outside_is_fetched",),
    "a password": ("test_reading_legacy::test_a_document_under_a_password",),
    "macros and embedded objects": (
        "test_reading_docx::test_macros_are_flagged_and_nothing_outside_is_fetched",
        "test_reading_docx::test_an_embedded_object_is_no_picture",
    ),
    "tracked changes": (
        "test_reading_docx::test_what_word_does_not_show_is_not_read",
        "test_reading_docx::test_revisions_and_comments_are_counted",
    ),
    "text outside the running text": (
        "test_reading_docx::test_text_is_read_wherever_it_stands_and_once",
        "test_reading_docx::test_diagrams_and_charts_are_read",
        "test_reading_docx::test_hidden_text_is_told_apart",
        "test_second_reader::test_containers",
    ),
    "text in pictures": ("test_pictures::test_what_may_stand_in_a_picture_is_not_called_missing",),
    "Strict, Flat OPC and Word 2003 XML": (
        "test_reading_docx::test_strict_documents_are_read_alike",
        "test_reading_legacy::test_flat_opc",
        "test_reading_legacy::test_markup_that_nothing_reads",
        "test_reading_docx::test_another_file_put_in_whole_is_named_as_unread",
    ),
    "old Word": ("test_reading_legacy::test_a_doc_by_the_library", "test_reading_legacy::test_which_word_it_was"),
    "old WPS": ("test_reading_legacy::test_a_wps",),
    "RTF, OpenDocument and UOF": (
        "test_formats::test_the_same_report_in_every_format",
        "test_reading_legacy::test_a_zipped_uof_is_named",
        "test_reading_legacy::test_markup_that_nothing_reads",
    ),
    "a scanned PDF": ("test_reading_pdf::test_what_cannot_be_read_says_why",),
    "a PDF scanned in part": (
        "test_reading_pdf::test_pages_that_cannot_be_read_are_named",
        "test_reading_pdf::test_what_may_stand_on_a_scanned_page_is_not_called_missing",
    ),
    "PDF fonts without codes": ("test_reading_pdf::test_what_cannot_be_read_says_why",),
    "a PDF with a password": (
        "test_reading_pdf::test_what_cannot_be_read_says_why",
        "test_reading_pdf::test_what_can_be_read",
    ),
    "a broken or endless PDF": (
        "test_reading_pdf::test_what_cannot_be_read_says_why",
        "test_confined::test_one_that_never_ends_is_ended",
        "test_confined::test_one_that_eats_memory_is_stopped",
    ),
    "columns, running heads and page numbers": (
        "test_typesetting::test_two_columns_are_read_one_after_the_other",
        "test_typesetting::test_page_numbers_are_not_of_the_text",
        "test_typesetting::test_running_heads_are_not_of_the_text",
    ),
    "annotations and stamps": ("test_reading_pdf::test_what_can_be_read", "test_reading_ofd::test_what_makers_do"),
    "a broken OFD": ("test_reading_ofd::test_what_makers_do", "test_reading_ofd::test_what_cannot_be_read_says_why"),
    "a saved web page": (
        "test_reading_html::test_the_same_report",
        "test_reading_html::test_what_a_page_says_of_its_encoding_may_be_wrong",
        "test_reading_html::test_what_is_hidden_is_noted",
    ),
    "a web page without a report": (
        "test_reading_html::test_pages_without_a_report",
        "test_structure::test_what_is_no_report",
    ),
    "several reports in one file": ("test_structure::test_of_several_reports_the_first_is_judged",),
    "what is no report": ("test_structure::test_what_is_no_report",),
    "a very short or very long report": (
        "test_structure::test_a_very_short_report_is_judged_with_a_note",
        "test_structure::test_a_very_long_report_is_judged_with_a_note",
    ),
    "another language": ("test_reading::test_what_cannot_be_judged_has_a_code_and_a_hint",),
}
# What is not done, or cannot be tested here.
UNTESTED = {
    "a read that hangs in the system": "no program can end it; a read that fails says so",
    "names that Windows keeps for itself": "no output is named after a report: each is called what the user calls it",
}
# What one might ask besides, and why it is not there.
NOT_DONE = {
    "a pipe, standard input": "no option names its kind: what standard input is its bytes tell",
    "odd names and long paths": r"names that begin with \\?\ are Windows' own; Python passes them on as they are",
    "thousands of files": "a batch that was stopped is not resumed: what was done is written",
    "Big5 and traditional characters": "not turned into simplified ones: the report itself must be right",
    "a password": "no option takes it: the message says how to take it off",
    "old Word": "a fast-saved document is not to be had: only Word 97 to 2003 write it",
}


@cache
def functions(module: str) -> frozenset[str]:
    tree = ast.parse((TESTS / f"{module}.py").read_text("utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def test_what_is_not_done_is_tested_besides() -> None:
    assert set(NOT_DONE) <= set(TESTED)
    assert set(UNTESTED).isdisjoint(TESTED)


@pytest.mark.parametrize("bad", TESTED)
def test_every_named_test_exists(bad: str) -> None:
    for name in TESTED[bad]:
        module, _, function = name.partition("::")
        assert function in functions(module), name


def test_a_test_that_does_not_exist_would_be_noticed() -> None:
    assert "test_no_such_thing" not in functions("test_bad_inputs")
