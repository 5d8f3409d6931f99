/** Below this width of the window the rail folds into one button, and below the second the tray into the dock, px. */
export const RAIL_FOLDS_PX = 1180;
export const TRAY_FOLDS_PX = 860;
