#pragma once

namespace dure::app {

class AppSettings;
class GalleryCompany;
struct Output;

/// Who works here, their devices, what was handed in, and the owner's own account.
void shootPeople(AppSettings& settings, GalleryCompany& company, const Output& out);
/// A company that is being left.
void shootLeaving(const Output& out);

} // namespace dure::app
