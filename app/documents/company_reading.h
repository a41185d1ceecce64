#pragma once
#include "app/data/reader.h"
#include "core/documents/paper_form.h"

#include <initializer_list>

namespace dure::app {

FormParty partyOf(const CompanyProfile& company);
FormParty partyOf(const Customer& customer);

/// What a form's 비고 says of several things: those that are not empty, "·" between them.
std::string noteWords(std::initializer_list<std::string> parts);

/// Whether the seal can be printed.
enum class SealState {
    None, ///< the company has chosen none
    OnItsWay, ///< it has one, and its picture is not on this PC yet
    Here,
};

struct CompanyPictures
{
    FormPictures pictures;
    SealState seal = SealState::None;
};
/// On the reader's thread.
CompanyPictures readPictures(Reader& reader, const CompanyProfile& company);

} // namespace dure::app
